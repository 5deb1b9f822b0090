"""The style of an article's web page: one column, readable on a phone and on a desk, in light and dark."""

from __future__ import annotations

STYLESHEET = """
:root {
  color-scheme: light dark;
  --paper: #fdfcfa; --ink: #1f2328; --quiet: #59636e; --line: #dcd9d3; --band: #f3f1ec;
  --accent: #0b6b74; --first: #0f8b8d; --second: #c2603a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15181c; --ink: #e4e6e9; --quiet: #9da7b1; --line: #343a42; --band: #1d2127;
    --accent: #6cc7cf; --first: #2ba3a5; --second: #d9784f;
  }
}
*, ::before, ::after { box-sizing: border-box }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-behavior: smooth }
body {
  margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: break-word;
  font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
main { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1.125rem 4rem }
a { color: var(--accent); text-underline-offset: .15em }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px }
.skip { position: absolute; left: -100vw; padding: .5rem 1rem; background: var(--paper) }
.skip:focus { left: .5rem; top: .5rem; z-index: 1 }
h1, h2, h3 { line-height: 1.25; text-wrap: balance; margin: 0; letter-spacing: -.01em }
h1 { font-size: clamp(1.75rem, 1.35rem + 2vw, 2.5rem); letter-spacing: -.02em; margin: .5rem 0 1.25rem }
h2 { font-size: 1.4375rem; margin: 2.75rem 0 .75rem; padding-top: 1.25rem; border-top: 1px solid var(--line) }
h3 { font-size: 1.125rem; margin: 1.75rem 0 .375rem }
h2, h3 { scroll-margin-top: 1rem }
p { margin: 0 0 1rem }
ul { margin: 0 0 1rem; padding-left: 1.25rem }
li { margin: .25rem 0; padding-left: .125rem }
li::marker { color: var(--quiet) }
.summary {
  margin: 0 0 1.5rem; padding: .875rem 1.125rem; background: var(--band);
  border-left: 4px solid var(--accent); border-radius: 0 .375rem .375rem 0; font-size: 1.125rem;
}
.summary p { margin: 0 }
.contents { margin: 1.75rem 0 0; font-size: .9375rem }
.contents p { margin: 0 0 .375rem; color: var(--quiet) }
.contents ul { display: flex; flex-wrap: wrap; gap: .5rem; list-style: none; padding: 0; margin: 0 }
.contents li { margin: 0; padding: 0 }
.contents a {
  display: inline-block; padding: .3125rem .75rem; border: 1px solid var(--line); border-radius: 1rem;
  text-decoration: none;
}
.contents a:hover { background: var(--band) }
.table { position: relative; overflow-x: auto; margin: 1.25rem 0 }
table {
  width: 100%; table-layout: fixed; border-collapse: collapse; font-size: 1rem;
  font-variant-numeric: tabular-nums;
}
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
th, td { padding: .5rem .625rem; text-align: left; vertical-align: top; line-height: 1.4 }
thead th, thead td { vertical-align: bottom; border-bottom: 2px solid var(--ink) }
thead td { width: 34% }
tbody th { font-weight: 500; color: var(--quiet) }
tbody tr { border-bottom: 1px solid var(--line) }
tbody tr:nth-child(even) { background: var(--band) }
figure { margin: 1.5rem 0; padding: 1rem; border: 1px solid var(--line); border-radius: .5rem }
figure .chart {
  display: block; width: 100%; max-width: 26rem; height: auto; color: inherit; font-family: inherit;
}
figcaption { font-weight: 600; line-height: 1.35; margin: 0 0 .75rem }
@media (max-width: 30rem) {
  body { font-size: 1rem }
  main { padding: 1rem 1rem 3rem }
  .contents ul { flex-wrap: nowrap; overflow-x: auto; margin: 0 -1rem; padding: .1875rem 1rem }
  .contents li { flex: none }
  table { font-size: .875rem; hyphens: auto }
  th, td { padding: .4375rem .375rem }
  figure { padding: 1rem 0; border-width: 1px 0; border-radius: 0 }
}
@media print {
  :root { --paper: #fff; --ink: #000; --quiet: #444; --line: #bbb; --band: #fff; --accent: #000 }
  main { max-width: none; padding: 0 }
  .skip, .contents { display: none }
  h2, h3, figcaption { break-after: avoid }
  table, figure, .summary { break-inside: avoid }
}
"""
"""No two braces meet in it: a template engine on the way to a site leaves it alone."""
