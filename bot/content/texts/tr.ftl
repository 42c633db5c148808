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

## What caseworkers' moves say; the German stands below it in the same message

ticket-read = { $code }: Jobcenter mesajınızı okudu.
ticket-read-appointment = { $code }: Jobcenter mesajınızı okudu. Bununla henüz yeni bir randevunuz olmadı.
ticket-done = { $code } tamamlandı. Her şey gönlünüzce olsun!
ticket-not-ours = { $code }: Jobcenter bu konudan sorumlu değil. Sorunuzu bana tekrar yazabilirsiniz. Başka bir yer biliyorsam size söylerim.
ticket-as-agreed = Yeni bir randevu almadınız mı? O zaman eskisi geçerlidir.
ticket-duplicate = { $code }: Bu mesaj iki kez gelmiş. Diğeriyle ilgileniyoruz.
still-stands = *Jobcenter başka bir şey söyleyene kadar randevunuz geçerlidir.*
ticket-answer =
    { $code }: Bir cevap var. Jobcenter sizi arayacak veya size yazacak.{ $kind ->
        [reschedule] {" "}Randevuya kadar bir haber almadınız mı? O zaman randevu geçerlidir: Gidin veya arayın.
       *[other] {""}
    }
ticket-moved = { $code }: Yeni randevunuz: *{ DATE($at) }, { TIME($at) }*. Eski randevu artık geçerli değil.
ticket-not-moved = { $code }: Randevu ertelenemiyor. Lütfen gelin veya arayın.
ticket-not-reached = { $code }: Saat { TIME($at) }: Size ulaşamadık. Ne zaman tekrar deneyelim?
ticket-last-try =
    { $code }: Sizi üç kez aradık ama ulaşamadık. Lütfen bizi arayın. { $phone ->
        [none] Numara Jobcenter'den gelen mektubunuzda yazar.
       *[other] Telefon numarası: { $phone }.
    }
ticket-number-wrong = { $code }: Bu telefon numarasında sizi bulamadık. Doğru numara nedir?
button-thank = Teşekkür et
button-another-question = Bir soru daha
button-fits = Uygun
button-fits-not = Uygun değil
button-today = Bugün
button-tomorrow = Yarın
button-one-day = { DATE($on) }
button-myself = Kendim arayacağım
button-number = Yeni numara yaz

## Telegram's own places (not sent in chats)

menu-start = Başa dön
menu-termin = Konu bir randevu
menu-rueckruf = Jobcenter beni arasın
menu-nachrichten = Mesajlarım
menu-hilfe = Yardım
menu-datenschutz = Kişisel verilerin korunması
bot-description = Borken ilçesindeki Jobcenter ile ilgili sorular: randevular, kurslar, para, aile, sağlık. Ben bir programım, insan değilim. Basit Almanca ile cevap veririm. Jobcenter'den sizi aramasını da isteyebilirim. Tehlike anında: 112 veya 110.
bot-short-description = Borken ilçesindeki Jobcenter'in sohbeti. Bir program, insan değil.
