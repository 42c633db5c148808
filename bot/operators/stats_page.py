"""Statistics as one page: HTML that needs nothing from elsewhere, each plot with its table below."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from bot.caseworkers import figure_plots as drawn
from bot.caseworkers import figure_sheets as sheets
from bot.caseworkers import figure_words as words
from bot.caseworkers.figure_sheets import Sheet
from bot.core import plots
from bot.core.knowledge import KnowledgeBase
from bot.core.literal import literal
from bot.core.statistics import Figures

STYLE = """\
:root{color-scheme:light dark;
--paper:#f4f7f8;--card:#fff;--ink:#1d2b33;--soft:#56656e;--rule:#dde4e8;--accent:#0f5470}
@media (prefers-color-scheme:dark){:root{
--paper:#12191d;--card:#1b252b;--ink:#e6edf0;--soft:#a3b2ba;--rule:#33424a;--accent:#9bd3e8}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.45 system-ui,sans-serif}
main{max-width:64rem;margin:0 auto;padding:1.5rem 1rem 3rem}
h1{font-size:1.5rem;margin:0;color:var(--accent)}
h2{font-size:1.05rem;margin:0 0 .75rem}
p{margin:.25rem 0}
.soft,small{color:var(--soft)}
small{display:block;font-size:.8rem;margin-top:.6rem}
dl{display:grid;grid-template-columns:repeat(4,1fr);gap:1px;margin:1.25rem 0;
background:var(--rule);border:1px solid var(--rule);border-radius:8px;overflow:hidden}
dl div{background:var(--card);padding:.7rem .9rem}
dt{font-size:.85rem;color:var(--soft)}
dd{margin:0;font-size:1.35rem;font-variant-numeric:tabular-nums}
.cards{display:grid;grid-template-columns:1fr 1fr;gap:1rem;align-items:start}
section{background:var(--card);border:1px solid var(--rule);border-radius:8px;padding:1rem;min-width:0}
.scroll{overflow-x:auto;margin-top:.75rem}
table{border-collapse:collapse;width:100%;font-size:.85rem;font-variant-numeric:tabular-nums}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{padding:.25rem .5rem;text-align:right;font-weight:400;border-top:1px solid var(--rule)}
thead th{color:var(--soft);border-top:0;vertical-align:bottom}
th:first-child{text-align:left;padding-left:0}
td{white-space:nowrap}
td:last-child,thead th:last-child{padding-right:0}
tfoot th,tfoot td{font-weight:600}
@media (max-width:50rem){dl{grid-template-columns:1fr 1fr}.cards{grid-template-columns:1fr}}
@media (max-width:30rem){main{padding:1rem .75rem 2rem}section{padding:.75rem}}
@media print{body{background:#fff}section{break-inside:avoid}}
"""
WITHOUT_PEOPLE = "Ohne Personen: Keine Zahl steht für weniger als 5 Fragen, Chats oder Nachrichten."


def page(found: Figures, kb: KnowledgeBase) -> str:
    """The whole page."""
    asked, wished = sheets.questions(found), sheets.wishes(found)
    cards = [
        _card(asked, drawn.stacked(found, found.questions, "fragen", asked)),
        _card(sheets.topics(found, kb), drawn.topics(found, kb)),
        _card(wished, drawn.stacked(found, found.wishes, "nachrichten", wished)),
        _card(sheets.waiting(found), _with_word(drawn.waiting(found))),
        _card(sheets.offices(found, kb), drawn.offices(found, kb)),
        _card(sheets.unanswered(found)),
    ]
    title = f"Zahlen des Jobcenter-Chats vom {words.time_of(found)}"
    tiles = "".join(
        f"<div><dt>{_text(name)}</dt><dd>{_text(value)}</dd></div>" for name, value in sheets.singles(found)
    )
    return f"""\
<!DOCTYPE html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{_text(title)}</title>
<style>
{STYLE}{plots.STYLE}</style>
</head>
<body>
<main>
<h1>Zahlen des Jobcenter-Chats</h1>
<p class="soft">{_text(words.time_of(found))}.<br>
{WITHOUT_PEOPLE}</p>
<dl>{tiles}</dl>
<div class="cards">
{"".join(cards)}</div>
</main>
</body>
</html>
"""


def _with_word(plot: str) -> str:
    return f'<p class="soft">Im Bild: Arbeitszeit</p>{plot}'


# -- tables -------------------------------------------------------------------------------------


def _card(sheet: Sheet, plot: str = "") -> str:
    note = f"<small>{_text(sheet.note)}</small>" if sheet.note else ""
    table = _table(sheet) if sheet.rows else '<p class="soft">nichts</p>'
    return f"<section>\n<h2>{_text(sheet.title)}</h2>\n{plot}\n{table}{note}\n</section>\n"


def _table(sheet: Sheet) -> str:
    head = "".join(f'<th scope="col">{_text(name)}</th>' for name in sheet.head)
    body = "\n".join(_row(row) for row in sheet.rows)
    foot = f"<tfoot>{_row(sheet.total)}</tfoot>" if sheet.total else ""
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="Tabelle: {_text(sheet.title)}">'
        f"<table><caption>{_text(sheet.title)}</caption>\n"
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>{foot}</table></div>"
    )


def _row(cells: Sequence[str]) -> str:
    first, *others = map(_text, cells)
    return f'<tr><th scope="row">{first}</th>' + "".join(f"<td>{cell}</td>" for cell in others) + "</tr>"


def _text(text: str) -> str:
    return escape(literal(text))
