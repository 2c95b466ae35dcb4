"""The looks of the HTML report, on screen in both themes and on paper."""

STYLE = """
:root { color-scheme: light dark; --ink: #1c2024; --soft: #5c6570; --line: #d9dde2;
  --paper: #fcfcfb; --card: #ffffff; --link: #1d5fa8; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e7eb; --soft: #9aa4b0; --line: #343a42;
  --paper: #16191d; --card: #1e2227; --link: #83b5ee; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 3rem 1.5rem; max-width: 48rem; background: var(--paper);
  color: var(--ink); font: 1rem/1.55 system-ui, "Segoe UI", "Noto Sans", sans-serif; }
h1, h2, h3 { line-height: 1.25; margin: 0; text-wrap: balance; }
h1 { font-size: 1.9rem; }
h2 { font-size: 1.35rem; }
h3 { font-size: 0.95rem; margin: 1.5rem 0 0.6rem; }
h3::before { content: ""; display: inline-block; width: 0.7em; height: 0.7em;
  margin-inline-end: 0.5em; border-radius: 50%; background: var(--type); }
header p { color: var(--soft); margin: 0.4rem 0 1rem; }
article { margin-top: 2.5rem; padding-top: 1.75rem; border-top: 1px solid var(--line); }
a { color: var(--link); overflow-wrap: anywhere; }
table { border-collapse: collapse; min-width: 22rem; font-variant-numeric: tabular-nums; }
th, td { padding: 0.35rem 0; padding-inline-end: 2rem; border-bottom: 1px solid var(--line);
  text-align: end; font-weight: normal; }
th:first-child { text-align: start; }
thead th { color: var(--soft); font-size: 0.85rem; }
tbody tr:last-child > * { font-weight: 600; border-bottom: 0; }
.byline { color: var(--soft); font-size: 0.9rem; margin: 0.35rem 0 0; }
.statement { margin: 0 0 0.9rem; padding: 0.9rem 1.1rem; background: var(--card);
  border: 1px solid var(--line); border-inline-start: 4px solid var(--type); border-radius: 4px;
  break-inside: avoid; }
.pending { border-style: dashed; border-inline-start-style: dashed; }
blockquote { margin: 0 0 0.6rem; font-family: Georgia, "Noto Serif", serif; font-size: 1.08rem;
  white-space: pre-line; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.15rem 1rem; margin: 0;
  font-size: 0.92rem; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
.note { margin: 0.7rem 0 0; padding-inline-start: 0.8rem;
  border-inline-start: 2px solid var(--line); font-size: 0.92rem; white-space: pre-line; }
.by { margin: 0.6rem 0 0; color: var(--soft); font-size: 0.82rem; }
@media print { body { max-width: none; padding: 0; font-size: 10.5pt; }
  h2, h3 { break-after: avoid; } .statement { background: none; }
  h3::before, .statement { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
"""
