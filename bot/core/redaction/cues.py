"""What announces a name, in the languages that people write in, and in their spellings."""

from __future__ import annotations

from bot.core.redaction.common_words import word_set

Cue = tuple[frozenset[str], ...]
"""Words in a row, each with its spellings."""


def _with_slips(words: frozenset[str]) -> frozenset[str]:
    """Also with two letters of a long word the wrong way round: "tcohter"."""
    slips = (
        word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        for word in words
        if len(word) >= _LONG_WORD
        for at in range(1, len(word) - 1)
    )
    return words | frozenset(slips)


_LONG_WORD = 6


def _sequences(lines: str) -> tuple[Cue, ...]:
    """One cue a line, "|" between spellings of a word; the longest cues first."""
    cues = [
        tuple(_with_slips(word_set(word.replace("|", " "))) for word in line.split())
        for line in lines.strip().splitlines()
    ]
    return tuple(sorted(cues, key=len, reverse=True))


INTRODUCTIONS = _sequences("""
ich|isch|ick|i|ih heiße|heise|heiss|heis|heisze|haisse|haise|hesse|heißer|heißße|heißen|hieß|heß|heite
heiße|heise|heisze|haisse ich|isch|ick
mein|meine|main|meim|men name|nahme|nane|namen|nachname|vorname|familienname ist|is|isst|lautet|war|isr|its
meine|mein namens
hier|hir|heir spricht|schreibt
my|mine|mi name|names|surname is|ist|its|iz
my name's
i am|m called|named
benim adım|ismim|adim
benim adım soyadım
mənim|menim adım
меня|мене|мня зовут|завут|звати|звуть|кличуть
моё|мое|моє имя|ім'я|імя|фамилия|прізвище
я звати|зовут
nazywam|nazywan|nazwam się|sie
mam na imię|imie
moje imię|imie|nazwisko to
اسمي
أنا|انا اسمي
اسم من
je m'appelle
me llamo
mi chiamo
mă|ma numesc|cheama|cheamă
numele meu este|e
ik heet|hete
mijn naam is
казвам се
zovem se
unë|une quhem
emri im është|eshte
navê|nave min
naam mera
""")
"""After these stands a name, whatever the word."""

HINTS = _sequences("""
bin der|die|de
hier ist|is|nochmal|wieder
hier ist nochmal|wieder der|die
hier ist der|die
adım|adim|ismim
namens
auf|unter den|dem|meinen|meinem namen
genannt
it's|its|this is
my son|daughter|husband|wife|brother|sister|boyfriend|girlfriend|child
""")
"""After these may stand a name, if the next word looks like one."""

LABELS = word_set("""
name namen vorname nachname familienname nachnahme vorn nachn kundenname имя фамилия фио ім'я прізвище піб
imię imie nazwisko ad soyad adsoyad adı surname lastname firstname fullname الاسم اسم naam nume
""")
"""Before a colon, as in a form."""

TITLES = _with_slips(
    word_set("""
herr herrn hern her hr frau fr fräulein frl fam familie eheleute dr doktor med prof mr mrs ms miss mister
madame monsieur sayın bay bayan pan pani pana panem panią mevrouw meneer domnul doamna пан пані пана господин
госпожа гражданка السيد السيدة الأستاذ أستاذ دكتور
""")
)
MALE_TITLES = word_set("herr herrn hern hr")
OPEN_TITLES = _with_slips(word_set("herr herrn hern hr frau familie fam mr mrs"))
"""Also before a name in small letters that is on no list."""
BEFORE_A_RELATIVE = word_set("""
mein meine meiner meinem meinen dein deine deiner sein seine seiner seinem ihr ihre ihrer unser unsere
unserer keine keiner jede jeder als schwangere alleinstehende alleinerziehende junge alte ältere neue andere
erste zweite welche kranke
""")
"""Before "Frau" and "Familie": somebody's wife, not a form of address."""
ARTICLES = word_set("die der den dem und diese dieser ein einem einen eine einer")
"""Before "Frau" these leave open what is meant."""

_KIN = """
sohn sohnes söhne tochter töchter mann mannes ehemann exmann frau ehefrau exfrau ex freund freundin bruder
brüder schwester geschwister mutter vater mama papa mutti vati oma opa enkel enkelin onkel tante neffe
nichte cousin cousine schwager schwägerin schwiegermutter schwiegervater schwiegersohn stiefsohn
stieftochter stiefvater stiefmutter pflegekind pflegesohn kind kinder kinds zwillinge baby partner partnerin
lebensgefährte lebensgefährtin verlobter verlobte mitbewohner mitbewohnerin kumpel kollege kollegin nachbar
nachbarin untermieter untermieterin hauptmieter hauptmieterin kindsvater сын сына дочь дочка дочери муж жена
мама брат сестра син донька доньку чоловік дружина доня syn syna córka córkę mąż męża żona żonę ابني ابنتي
بنتي زوجي زوجتي اخي أخي أختي اختي
"""
_ROLES = """
sachbearbeiter sachbearbeiterin sachbearbeiters sb fallmanager fallmanagerin vermittler vermittlerin berater
beraterin betreuer betreuerin ansprechpartner ansprechpartnerin vermieter vermieterin vermieters anwalt
anwältin rechtsanwalt rechtsanwältin ra arzt ärztin hausarzt coach chef chefin lehrer lehrerin hausmeister
kunde kundin antragsteller antragstellerin mitarbeiter mitarbeiterin
"""
ROLES = word_set(_ROLES)
PERSONS = _with_slips(word_set(_KIN) | ROLES)
"""After these a word with a capital letter may be the person's name."""

FILLERS = word_set("""
jetzt jetz der die übrigens ja halt also nun herr herrn frau dr familie mit vornamen nachnamen
""")
PRONOUNS = word_set("er sie es")
CONJUNCTIONS = word_set("und u and ve и та i og")
BEFORE_A_SIGNATURE = word_set("dein deine eure ihr ihre von vom herr herrn frau familie fam und")
IS_CALLED = _with_slips(word_set("heißt heist hieß heißen heisen"))
CLOSINGS = _with_slips(
    word_set("""
lg vg mfg mvg hg glg gruß gruss grus grüße gruesse grüsse grußße grüßen gruessen gruße hochachtungsvoll
regards cheers sincerely saygılar saygılarımla selamlar teşekkürler pozdrawiam pozdrowienia уважением
повагою groetjes groeten
""")
)
TITLES_BEHIND = word_set("hanım hanim bey beyin hanımın abla abi teyze amca")
NOBLE = word_set("von van vom de")
PARTICLES = word_set("""
von van de der den del della di da do dos el al abu ibn bin ben ter ten te zu zum o mc mac le la
""")
SAINTS = word_set("st sankt saint heilig heiliger")
