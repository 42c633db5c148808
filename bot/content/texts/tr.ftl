### Turkish: what is said from the start; all else comes in Einfache Sprache.

start =
    Merhaba, ben Borken ilçesindeki Jobcenter'in sohbetiyim: Ben bir programım, insan değilim.

    Sorunuzu kendi dilinizde yazın, ben basit Almanca ile cevap veririm.

    Jobcenter'inizden sizi aramasını da isteyebilirim.

    Lütfen buraya banka hesap numarası veya hastalık yazmayın; başvuru ve itiraz (Widerspruch) buradan yapılamaz.

    Tehlike anında: 112 veya 110.
trial = Bu bir testtir: Mesajlar Jobcenter'e ulaşmaz.
language-notice =
    Basit Almanca ile cevap veriyorum. Kendi dilinizde yazabilir veya bir düğmeye dokunabilirsiniz.
    Burada soru sorabilir veya Jobcenter'in sizi aramasını isteyebilirsiniz. Tehlike anında: 112 veya 110.
button-continue = Devam et
button-end = Bitir

answers-stopped =
    Bu sohbet şu anda kapalı ve mesajınızı kimse okumuyor: Lütfen Jobcenter'inizi arayın. { $phone ->
        [none] Telefon numarası davet yazınızda veya Jobcenter'den gelen bir mektupta yazar.
       *[other] Telefon numarası: { $phone }.
    }

## Telegram's own places (not sent in chats)

menu-start = Başa dön
menu-termin = Konu bir randevu
menu-rueckruf = Jobcenter beni arasın
menu-nachrichten = Mesajlarım
menu-hilfe = Yardım
menu-datenschutz = Kişisel verilerin korunması
bot-description = Borken ilçesindeki Jobcenter ile ilgili sorular: randevular, kurslar, para, aile, sağlık. Ben bir programım, insan değilim. Basit Almanca ile cevap veririm. Jobcenter'den sizi aramasını da isteyebilirim. Tehlike anında: 112 veya 110.
bot-short-description = Borken ilçesindeki Jobcenter'in sohbeti. Bir program, insan değil.
