"""Why somebody cannot come, in the coarse categories that a form offers, as a first message tells it."""

from __future__ import annotations

import re

from bot.core.appointments.sheet import NOISE, Sheet, any_of, pattern

_LOOK_ALIKES = pattern(
    any_of(
        """
        kranken(?:kasse|versich|geld|schwester|pfleg|karte|gymnastik)* ärztlich*_(?:dienst|gutachten)
        arbeits(?:los|amt|agentur|vermittl|markt|such)* agentur_für_arbeit
        arbeit_(?:such|gesuch|find|gefund)* (?:keine?n?|ohne|suche)_(?:arbeit|job|stelle)
        kinder(?:geld|zuschlag|garten(?:platz|gebühr))* bahnhof* kitagebühr*
        """
    )
)
"""Words that hold the word of a reason and are none."""

_CHILDREN = any_of(
    r"""
    (?:schul|pflege|enkel|klein)?kind(?:e?rn?|es|chen)? kids sohn\w{0,2} söhn* tochter töchter* baby\w?
    säugling zwillinge?n? (?:der|die|den)_klein(?:e|er|en) mein\w{0,2}_klein\w{1,2} ein?jährige\w?
    \d{1,2}~jährige\w?
    """
)
_CARERS = any_of(r"kinderarzt* kinderärzt* tagesmutter tagesvater babysitter\w{0,2} erzieherin*")
_COLLEAGUES = any_of(r"kolleg* chef\w{0,3} mitarbeiter\w{0,3}")
_RELATIVES = any_of(
    r"""
    mutter mama mutti vater papa eltern schwieger* oma opa gro(?:ß|ss)(?:mutter|vater|eltern) bruder
    schwester geschwister tante onkel mein\w{0,2}_(?:ehe)?(?:mann|frau) partner\w{0,3} freund\w{0,3}
    nachbar\w{0,3} hund\w? katze\w? kater tier tierarzt* pferd (?:er|sie)_(?:iss?t?|hat)
    """
)
_WHOSE = (
    (pattern(_CARERS), "child"),
    (pattern(_CHILDREN), "child"),
    (pattern(_COLLEAGUES), "work"),
    (pattern(_RELATIVES), "other"),
)
"""Of whom an illness is told, if not of oneself; a sick colleague means a shift to take over."""

_ILL = pattern(
    any_of(
        r"""
        (?:kr(?:a|ä)nc?k|grank)(?:e[nrms]?)?
        (?:krank|kranck)(?:geschr|gemeld|schreib|meld|heit|enhaus|enschein)* kh fieber* grippe* erkält*
        husten schnupfen kotz* gekotzt übergeb* magen~-?~darm* durchfall migräne* *schmerz *schmerzen
        corona covid* positiv_getestet test_positiv operation* operiert op spital gebroch* gips verletz*
        verrenk* verstauch* verhoben infekt* *entzündung* scharlach windpocken masern läuse bronchitis
        angina hexenschuss bandscheibe* schwindel* depression* panikattacke* schlecht_geworden
        mir_iss?t?_(?:so_)?(?:schlecht|übel)
        gehts?_(?:\w{1,10}_){0,3}(?:nich?t?|net|gar~nicht)_(?:so_)?gut gehts?_(?:\w{1,10}_){0,3}schlecht
        habe?_(?:es_im_)?rücken (?:zahn|haus|augen|frauen|fach|not|haut)?arzt* ärztin doktor* au
        """
    )
)
_CARE = pattern(
    any_of(
        r"""
        betreu* kita kindergarten ki-?ga hort krippe tagesmutter tagesvater babysitter\w{0,2} kinderarzt*
        kinderärzt* elternabend elternsprechtag einschulung schulfrei
        schule_(?:\w{1,12}_){0,3}(?:aus|zu|geschlossen|dicht)
        """
    )
)
_CARE_OF_A_CHILD = pattern(
    any_of(
        r"""
        allein\w{0,2} niemand\w{0,2} keine[rn] aufpass* aufpasst abhol* abgeholt arzt* schule zu~hause
        daheim geburt* entbind* unterbring* versorg* ferien
        """
    )
)
_WORK = pattern(
    any_of(
        r"""
        vorstell?ung* bewerbungsgespräch* einstellungstest probe~-?~(?:arbeit|tag)* *schicht\w{0,3}
        arbeiten arbeite(?!_nich) gearbeitet arbeit chef\w{0,3} arbeitgeber\w{0,3} dienst einspringen
        praktik* *kurs\w{0,3} ma(?:ß|ss)nahme job minijob neue_stelle überstunden montage dienstplan
        berufsschule unterricht
        """
    )
)
_VEHICLES = any_of(
    r"""
    \w{0,8}bus(?:se\w?)? bahn zug züge auto wagen karre fahrrad rad roller mofa e-?bike motor reifen
    *ticket fahrkarte fahrgeld fahrtkosten sprit benzin tank führerschein mitfahrgelegenheit
    """
)
_TROUBLES = any_of(
    r"""
    ausgefallen ausfäll* fäll\w?_aus kom\w{0,2}_(?:\w{1,8}_){0,2}(?:nich?t?|nie|net|zu_spät)
    kam_(?:\w{1,8}_){0,2}nich?t? verpasst verbasst weg weggefahren verspät* kaputt* kaput springt
    anspring* streik* geklaut gestohlen platt platten? geplatzt keine?n? ohne
    fähr\w{0,2}_(?:\w{1,8}_){0,6}(?:nich?t?|keine?) fahren_(?:\w{1,8}_){0,3}nich?t? defekt panne werkstatt
    leisten liegen_?geblieben steck* abgeschleppt leer tüv
    """
)
_STUCK = pattern(
    any_of(
        r"""
        stau glatteis schneit eingeschneit schneechaos unwetter verfahren verlaufen weg_(?:ist_)?zu_weit
        wie_ich_(?:da_)?hin~?komm* (?:nicht|nich|nie)_(?:hin|weg)~?komm*
        kom\w{0,2}_(?:hier_|da_)?(?:nicht|nich|nie)_(?:weg|hin|an)
        """
    )
)
_ELSE = pattern(
    any_of(
        r"""
        beerdig* beisetzung trauer* gestorben verstorben todesfall tod *gericht* umzug* umzieh*
        zieh\w{0,2}_(?:\w{1,8}_){0,4}um verschlafen verpennt vergessen verschwitzt verplant handwerker*
        \w{3,20}fest ramadan* bayram hochzeit* urlaub verreist anwalt* polizei wasserschaden rohrbruch
        gleichzeitig notfall pfleg* ausländer(?:amt|behörde) konsulat botschaft
        (?:brief|einladung|post)_(?:\w{1,8}_){0,4}(?:zu_spät|erst|nicht_(?:da|bekommen|angekommen|gekriegt))
        """
    )
)
_HAS_CHILD, _HAS_VEHICLE, _HAS_TROUBLE = pattern(_CHILDREN), pattern(_VEHICLES), pattern(_TROUBLES)
_ONE_WORD = (
    (pattern(rf"(?:wegen )?(?:\w{{2,6}} )?{_CHILDREN}"), "child"),
    (pattern(rf"(?:wegen )?(?:de[rm] )?{_VEHICLES}|(?:der )?weg|fahrt"), "travel"),
    (pattern(r"(?:aus )?(?:familiär|privat|persönlich)(?:e|er|en)?~(?:gründen?)?|familie"), "other"),
)
"""The whole answer to "why?"."""

_NOT_BEFORE = pattern(
    any_of("nicht nich net nie keine?n? ohne weder") + r"(?: (?:mehr|wirklich|selber|selbst|richtig))?~$"
)
_CANNOT_BEFORE = pattern(
    any_of(r"kann kan konnte kom\w{0,3} schaff* gehts? will möchte")
    + r"(?: \w{1,14}){0,3} (?:nicht|nich|net)~$"
)
"""In "kann heute nicht krank" it is the coming that is denied."""
_BUT_A_CHILD = pattern(rf"\b(?:aber|sondern|dafür) (?:\w{{2,6}} )?{_CHILDREN}")
_CLAUSE_ENDS = re.compile(r"[.,;:!?\n]|\s(?:und|aber|weil|sondern|da|denn)\s")
_NEAR = 60
"""So many letters before and after a word tell of whom it speaks."""


def reason_in(text: str) -> str:
    """The reason that *text* gives: "sick" (oneself), "child", "work", "travel", "other", or "" if none.

    "child" is its illness or its care, "other" also ill relatives. Of several reasons illness counts
    first, then care, work, the way, all else.
    """
    sheet = Sheet(text)
    answer = sheet.text.strip(" .!?")
    for words, reason in _ONE_WORD:
        if words.fullmatch(answer):
            return reason
    sheet.cross_out_all(_LOOK_ALIKES, NOISE)
    return _illness(sheet.left) or _other_reason(sheet.left)


def _illness(text: str) -> str:
    """Whose illness is told first; "" if none is, or if it is denied."""
    for sign in _ILL.finditer(text):
        if not _is_denied(text, sign):
            return _whose(text, sign)
        if _BUT_A_CHILD.search(text, sign.end()):
            return "child"
    return ""


def _whose(text: str, sign: re.Match[str]) -> str:
    """Whoever stands in the same clause, else oneself."""
    before = _CLAUSE_ENDS.split(text[max(0, sign.start() - _NEAR) : sign.start()])[-1]
    after = _CLAUSE_ENDS.split(text[sign.end() : sign.end() + _NEAR])[0]
    clause = before + sign[0] + after
    return next((whose for words, whose in _WHOSE if words.search(clause)), "sick")


def _other_reason(text: str) -> str:
    if _CARE.search(text) or (_HAS_CHILD.search(text) and _CARE_OF_A_CHILD.search(text)):
        return "child"
    if _is_told(text, _WORK):
        return "work"
    if _STUCK.search(text) or (_HAS_VEHICLE.search(text) and _HAS_TROUBLE.search(text)):
        return "travel"
    return "other" if _is_told(text, _ELSE) else ""


def _is_told(text: str, reason: re.Pattern[str]) -> bool:
    return any(not _is_denied(text, sign) for sign in reason.finditer(text))


def _is_denied(text: str, sign: re.Match[str]) -> bool:
    before = text[max(0, sign.start() - _NEAR) : sign.start()]
    return bool(_NOT_BEFORE.search(before)) and not _CANNOT_BEFORE.search(before)
