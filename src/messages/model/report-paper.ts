/** A report on a paper: its parts, then the figures. */
export const REPORT_PAPER = `
#let d = json(bytes(sys.inputs.data))
#let brand = rgb("#0b5c57")
#let line-colour = rgb("#d9d3c7")
#set document(title: d.title, author: d.service)
#set page(paper: "a4", margin: (x: 22mm, top: 20mm, bottom: 18mm), numbering: "1")
#set text(font: "IBM Plex Sans Arabic", lang: d.lang, dir: if d.dir == "rtl" { rtl } else { ltr }, size: 11pt)
#set par(leading: if d.dir == "rtl" { 0.9em } else { 0.7em })
#text(size: 16pt, weight: 600, fill: brand, d.service)
#line(length: 100%, stroke: 1.2pt + brand)
#v(2mm)
#text(size: 17pt, weight: 600, d.title)
#for part in d.parts [
  #v(2.5mm)
  #block(sticky: true, text(size: 13pt, weight: 600, fill: brand, part.heading))
  #for line in part.lines [#line #parbreak()]
]
#if d.table.rows.len() > 0 [
  #v(4mm)
  #block(sticky: true, text(size: 13pt, weight: 600, fill: brand, d.table.title))
  #table(
    columns: (2.4fr, 1fr, 1fr, 1fr),
    stroke: (x, y) => (bottom: 0.5pt + line-colour), inset: (x: 4pt, y: 5pt),
    align: (x, y) => if x == 0 { start } else { end },
    table.header(..d.table.head.map(h => text(size: 9.5pt, weight: 600, h))),
    ..d.table.rows.flatten().map(c => text(size: 9.5pt, c)),
  )
]
`
