"""Which words are no names, whatever stands before them, and which are surnames, also in small letters."""

from __future__ import annotations

from bot.core.matching.normalise import fold


def word_set(words: str) -> frozenset[str]:
    """The words of a table, folded as ``matching.normalise`` folds a message."""
    return frozenset(fold(word) for word in words.split())


NO_NAMES = word_set("""
ich du er sie es wir ihr mich dich sich uns euch mir dir ihm ihn ihnen nr mein meine meinen meinem meiner
meines deines seines unseres eures ihres dein sein seine seinen seiner ihre ihren ihrem ihrer unser unsere
unseren euer eure der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner
dieser diese dieses diesen diesem jeder jede jedes alle alles andere anderen anders man jemand niemand wer
was wen wem wo wohin woher wann wie wieso warum weshalb welche welcher welches wieviel und oder aber denn
sondern doch als wenn weil dass daß ob damit obwohl bevor nachdem falls sobald in im ins an am ans auf aufm
aus bei beim bis durch für fürs gegen hinter mit nach neben ohne seit über um unter von vom vor wegen zu zum
zur zwischen ab außer nicht nich net nie niemals nix nichts noch nochmal schon nur auch immer wieder hier da
dort jetzt jetz heute gestern morgen bald dann danach damals sehr so sonst mal bitte danke ja nein nee ok
okay hallo hi hey moin guten tag abend grüße gruß liebe lieber dank gern gerne leider vielleicht eigentlich
also ganz viel viele mehr weniger etwas bisschen einfach falsch richtig verkehrt geschrieben geändert gleich
gar eben gerade grad bereits erst davon dafür dazu darauf dabei daheim weg zuhause hause allein alleine bin
bist ist is sind seid war waren wäre sei habe hab hast hat haben hatte hatten hätte werde wird wirst werden
wurde wurden würde worden kann kannst können könnte konnte könnt muss muß musst müssen müsste musste soll
sollen sollte will willst wollen wollte möchte möchten mag darf dürfen dürfte brauche brauch brauchen
braucht bräuchte bekomme bekommt bekommen bekam kriege kriegt kriegen suche sucht suchen wohne wohnt wohnen
lebe lebt leben gehe geht gehen ging komme kommt kommen kam mache macht machen frage fragt fragen sage sagt
sagen sagte gesagt weiß weiss wissen arbeite arbeitet arbeiten verdiene verdient zahle zahlt zahlen steht
stehe stehen stand fehlt fehlen geb geboren beantrage beantragt beantragen bezieht beziehe beziehen erhält
erhalte erhalten gibt geben gab nimmt nehmen hilft helfen ruft rufe rufen ruf schreibt schreibe schreiben
schickt schicke schicken meldet melde melden ändert ändern wechselt heiratet verheiratet geheiratet ledig
geschieden getrennt verwitwet schwanger krank arbeitslos gestorben tot alt jung neu neue neuen neuer jahre
jahr monate wochen tage ziehe zieht ziehen zog umgezogen gezogen ausgezogen tut tun spielt schläft weint
trinkt schlägt lassen lässt liegt findet finden meint glaubt denkt versteht unbekannt bekannt gemeldet drauf
drin raus rein eingetragen vergessen verloren einverstanden zuständig dringend schnell sofort hieß nämlich
halt eh irgendwie redet reden spricht sprechen nachholen rief anruft angerufen hod lernt kennt oben unten
links rechts zufrieden stolz betroffen hanım bey abla abi herr herrn frau familie fam dr doktor sowie bzw
usw etc hdl lg vg mfg zusammen leute team geehrte geehrter damen herren jobcenter kreis borken ahaus bocholt
gronau vreden stadtlohn rhede gescher heek legden velen reken raesfeld heiden südlohn schöppingen isselburg
münster coesfeld deutschland deutsch eins zwei drei vier fünf sechs sieben acht neun zehn montag dienstag
mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august september oktober
november dezember and or but the a i you he she we they my your his her our are were have has had do does
did can could would should want wants need needs on at of for from with to not no yes please thanks who what
where when how why still wrong spelled written called here there now only just live lives works get gets got
go goes said says ve veya ama ile için bir bu şu sen o biz siz onlar benim senin var yok değil mi mı mu mü
ne nasıl neden niye kim nerede zaman çok daha de gibi kadar yanlış yazılmış yazıldı değişti diye olarak
geçiyor soyadım adım istiyorum vä və üçün и а но или в на с со к о по из у за для не нет да что как где
когда почему кто я ты он она мы вы они мой моя мне меня это есть был была было будет могу можно надо нужно
хочу написано неправильно очень уже еще только і й та але або з із до від ні що як де коли чому хто ти він
вона ми ви вони мій мені мене є був була було буде можу можна треба потрібно вже ще тільки ale lub w na z ze
od za dla tak co jak gdzie kiedy dlaczego kto ty ona wy oni mój moja mnie jest był była będzie mogę można
trzeba chcę źle napisane już jeszcze tylko oraz mam و في من على عن إلى الى مع ما لا هل كيف متى أين وين شو
ليش انا أنا هو هي نحن مكتوب غلط صح خطأ مش مو ليس بس موجود عندي وعندي ورقمي وعنواني وانا وأنا وعمري آني لدي
اريد أريد بدي ممكن لازم كان هذا هذه
""")
"""Small words, everyday verbs and places: no name stands where one of these does."""

NOUNS = word_set("""
abend abschlag abschluss abzug adresse agentur akte aldi alter amt anfang angebot angebote angst anschrift
anspruch anteil antrag antwort anwalt anzeige april arbeit arbeitgeber arbeitslosengeld arge arm arzt attest
aufenthalt auftrag aufzug auskunft ausland ausweis auto azubi bad bafög bank bedarf beitrag berater
beraterin bericht beruf bescheid betrag betreuer bett bezug brief briefe büro bürgergeld bus caritas chef
computer daten darlehen dach dame damen deutsch deutsche diplom doktor druck ehe eigentum einkommen eltern
ende erbe erste erwachsene essen euro fahrrad fehler ferien firma form formular foto frage frauen freund
frist führerschein fünf garten gas geburt gehalt geld gericht gesetz gespräch gewerbe grad große grund
gruppe grüße hartz haus haushalt heim herd herren hilfe hof hund ihnen inkasso internet job jobcenter
jugendamt junge kaffee karte kasse kauf kaution keller kinder kindergeld kita klage klasse kleine klinik
kollegin kollege konto kontakt kosten kredit krank krankengeld krieg küche kunde kunden kündigung kur kurs
laden lager lehre lehrer leistung leistungen leute lohn maßnahme mama mann männer meldung mensch menschen
miete mieter minijob minuten mitarbeiter mitarbeiterin mittel möbel monat monate mutter nachbar nachricht
nachweis namen nebenjob notar nummer oma opa ordner papa papiere partner pass pause person personen pflege
pflegegrad pflegegeld polizei post praktikum prozent prüfung rate raten rathaus recht regelsatz reha rente
rest ruhe sache sachbearbeiter sachbearbeiterin sanktion schein schicht schimmel schluss schreiben schritt
schufa schulden schule schüler seite sekretärin sofa sohn sommer sorgen sozialamt sozialhilfe sperre
sperrzeit staat stadt stelle steuer strafe strom studium stunden tag tage tante teil teilzeit telefon termin
termine therapie tisch tochter tod träger treppe tür uhr umzug unfall unterhalt unterlagen unterkunft urlaub
urteil vater verein vermieter vermieterin vermittler vertrag vermögen vollmacht vollzeit vorschuss wagen
wasser weg weihnachten widerspruch windeln winter witwe woche wochen wohngeld wohnung wort zahl zahnarzt
zeit zettel zeugnis zimmer zug zusage zuschuss ausbildung bildung betreuung erziehung baby sachen kram
amtsarzt gutachter roboter bot app kindsvater exmann hausfrau rentner rentnerin student studentin schülerin
ukrainer ukrainerin syrer syrerin pole polin türke türkin deutscher grenzgänger selbständiger
alleinerziehende alleinerziehender obdachlos german germany english syria ukraine poland turkey monday
tuesday wednesday thursday friday saturday sunday papier teppich mathe englisch nachhilfe einzige letzte
rechnung windpocken unterstützung einschulung reisepass perso visum asyl duldung kirche moschee tafel
""")
"""Words with a capital letter that stand where a name could: "bekommt mein Sohn Kindergeld"."""
NOUN_ENDINGS = tuple(
    fold(ending)
    for ending in """
ung ungen heit keit schaft tion ionen ität ismus geld gelder kosten miete vertrag antrag schein schule kurs
hilfe arbeit zeit tag tage woche wochen monat monate jahr jahre zimmer wohnung termin bescheid stelle nummer
karte konto kasse center rente lohn gehalt stunde stunden schulden zuschlag zuschuss recht plan papiere
platz plätze fehler vergütung ausweis
""".split()
)

SURNAMES = word_set("""
adler ahlers albers albrecht arnold bauer baumann beck becker berg berger bergmann bernd böhm brandt braun
bruns brinkmann buchholz busch dietrich ebert engel epping ernst fischer frank franke friedrich fuchs graf
groß günther haas hahn hansen hartmann heinrich herrmann hoffmann hofmann horn huber hüls jäger jansen
janssen jung kaiser keller klein koch köhler könig krämer kraus krause krüger kühn kuhn lang lange lehmann
lensing lorenz ludwig maier martin mayer meier meyer möller müller mueller neumann niehaus otto peters
petersen pfeiffer pohl richter roth rotering sauer schäfer scherer schlüter schmid schmidt schmitt schmitz
schneider scholz schreiber schröder schubert schulte schulz schulze schumacher schuster schwarz seidel simon
sommer stein tenhumberg terhorst thomas vogel vogt voigt wagner walter weber weiß wenning werner wessels
wilming winkler winter wissing wolf wolff ziegler zimmermann acar akın aksoy arslan aslan avcı aydın bozkurt
bulut çelik çetin demir doğan erdoğan güler güneş kaplan kara kaya keskin kılıç koç korkmaz kurt öz özcan
özdemir özkan öztürk polat şahin şen şimşek taş tekin tunç turan ünal yavuz yıldırım yıldız yılmaz yüksel
nowak wojcik mazur krawczyk wozniak dudek pawlak popa popescu rusu stan hoxha krasniqi gashi berisha
al-ahmad alhassan alali almohammad khalil ibrahim haddad khoury nasser saleh hussein ahmadi rezai karimi
rahimi мельник шевченко коваленко бондаренко ткаченко кравченко бойко коваль мороз иванов петров
""")
"""Frequent surnames; in small letters they count only behind a first name or a title."""
SURNAME_ENDINGS = tuple(
    fold(ending)
    for ending in """
mann meier meyer maier mayer ski ska cki cka czyk owicz ewicz wicz vić enko chuk czuk tschuk juk ova eva
ović ević oğlu oglu idis opoulos escu dze shvili yan ević енко чук щук ський ська ский ская ович ова ева
цький цька
""".split()
)
