"""Where somebody lives: a street with a number, a postcode with its town. A town alone is no person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bot.core.redaction.findings import Finding, Kind


def addresses(text: str, today: date) -> Iterator[Finding]:
    """All of them in *text*, each with the postcode and town behind it."""
    for street in _STREET.finditer(text):
        before = _BEFORE_STREET.search(text, 0, street.start())
        start = before.start() if before else street.start()
        if start < street.start() or not _NO_STREET.fullmatch(street["word"]):
            yield Finding(start, street.end(), Kind.ADDRESS)
    for form in _FORMS:
        yield from (Finding(*found.span("address"), Kind.ADDRESS) for found in form.finditer(text))


_MONTHS = "jan|feb|mär|maerz|apr|mai|jun|jul|aug|sep|okt|nov|dez"
_COUNTED = (
    r"(?:uhr|euros?|eur|€|%|prozent|cent|km|kilometer|meter|m2|qm|quadratmeter|zimmer|kind\w*|person\w*|leute|"
    r"tage?n?|wochen?|monate?n?|jahre?n?|mal|stunden?|std|min|minuten?|mann|frauen|mieter|parteien|stück|"
    r"semester|jobs?|stellen|plätze|klasse|stock|etage|grad|abs|satz|"
    rf"(?:{_MONTHS})\w*)(?!\w)"
)
"""What is counted is no house: "Arbeitsweg 30 km", "am Markt 2 Jobs"."""
_MONEY = "(?:brutto|netto|schulden|vermögen|erbe|gespart|zuschuss|kosten)"
_HOUSE = (
    r"(?:\s?(?:nr|nummer|hausnr|hausnummer)\b\.?:?)?\s?\d{1,3}(?!\d|[.,:]\d)"
    rf"(?!\.?\s?{_COUNTED})(?:\s?[a-h](?!\w))?(?:\s?[-/+]\s?\d{{1,3}}\s?[a-h]?(?![\w.]))?"
)
_CAPITAL = r"[A-ZÄÖÜ][\w'’.-]*"
_SUM = r"\d{3}00(?!\d)"
"""A round number of five digits is an amount rather than a postcode."""
_POSTCODE = rf"(?<![\d.,])(?:D-?\s?)?(?!{_SUM})\d{{5}}(?!\d|[.,]\d)"
_TOWN = rf"\s?(?!(?i:{_COUNTED}|{_MONEY})){_CAPITAL}(?:\s(?:am|an der|i\.)\s{_CAPITAL})?"

_STREET = re.compile(
    r"(?<![\w'’-])(?P<word>[\w'’-]{0,60}?"
    r"(?:stra(?:ß|ss|s)e|str|strasze|weg|allee|gasse|ring|damm|ufer|stiege|kamp|esch|wall|pfad|chaussee|"
    rf"promenade|platz|markt|hook|straat|laan))\b\.?{_HOUSE}"
    rf"(?:\s?[,;]?\s?(?:in\s)?(?-i:{_POSTCODE}(?:{_TOWN}|\s[^\W\d_]{{3,}})?))?",
    re.IGNORECASE,
)
_NO_STREET = re.compile(
    r"(?:arbeits|schul|fahrt|fahr|heim|hin|rück|rechts|dienst|um|unter|des|keines|aus|durch|)weg|"
    r"(?:arbeits|kita|kindergarten|ausbildungs?|studien|studium|praktikums?|heim|pflege|therapie|park|stell|"
    r"spiel|kurs|betreuungs|krippen|lehr|schlaf|camping|steh|sitz|wohnheims?|frauenhaus|)-?platz|"
    r"(?:arbeits|bau|super|bio|floh|wohnungs|job|getränke|)markt|"
    r"(?:\w*[eu]|sp|st|b)?ring|wall|damm|ufer|pfad",
    re.IGNORECASE,
)
"""Words of every day, unless such a word stands before them: "Alter Markt 1"."""
_BEFORE_STREET = re.compile(
    rf"(?:(?:{_CAPITAL}|(?i:am|an der|auf dem|zum|zur|alte[rn]?|neue[rn]?|lange[rn]?|kurze[rn]?|hohe[rn]?|"
    r"große[rn]?|kleine[rn]?|breite[rn]?|\w{4,}er))\s){1,2}$"
)

_LIVES = r"\b(?:wohn(?:e|t|en|haft|ort|sitz)|leb(?:e|t|en)|gemeldet|(?:um)?gezogen|живу|mieszkam|live)\b"
_ADDRESS = r"\b(?:(?:wohn|post|melde)?(?:adress?e|anschrift)|address|adres|adresim|адреса?|عنواني)\b"
_LEADS = (
    r"(?:am|an|auf|im|in|zum|zur|vor|hinter|unter|bei|beim|op|to)(?:\s(?:der|dem|den|de|die|alten|neuen))?"
)
_NAME = rf"(?!(?:{_MONTHS}|\w+tag\b|mittwoch))[^\W\d_][\w'’.-]+"
_NAMES = rf"{_NAME}(?:\s{_NAME})?"
_LAST_NUMBER = r"\s\d{1,3}\s?[a-h]?(?=\s*(?:$|[,;?!)]|\.(?!\d|\s?[a-z])|(?:in|und)\s))"
"""Where no word says that it is a street, nothing but the town may follow."""
_FORMS = tuple(
    re.compile(form)
    for form in (
        # "Kirchhof 5, 48683 Ahaus"
        rf"(?i:(?P<address>\b(?:{_LEADS}\s{_NAMES}|(?-i:{_CAPITAL}\s{_CAPITAL})|{_NAME}){_HOUSE}"
        rf"\s?,?\s?(?-i:{_POSTCODE}(?:{_TOWN})?)))",
        # "wohne in Ahaus, am Markt 5", "wohne Kirchhof 5"
        rf"(?i:{_LIVES}(?:[\s,]+[^\W\d_]+){{0,4}}?[\s,]+(?P<address>{_LEADS}\s{_NAMES}{_LAST_NUMBER}))",
        rf"(?i:{_LIVES})\s(?P<address>{_CAPITAL}(?:\s{_CAPITAL})?(?i:{_LAST_NUMBER}))",
        # "meine Adresse ist kirchhof 5"
        rf"(?i:{_ADDRESS}(?:\s?:|\s(?:ist|is|lautet|jetzt|neu|это)\b)*\s?(?P<address>{_NAMES}{_LAST_NUMBER}))",
        # "48683 Ahaus"; in small letters only the postcodes of this part of the country
        rf"(?P<address>{_POSTCODE}{_TOWN})",
        rf"(?P<address>(?<![\d.,])(?!{_SUM})4[678]\d{{3}}\s(?!(?i:{_COUNTED}|{_MONEY}))[^\W\d_]{{3,}})",
    )
)
