/** A card on a page of its own; what it says is given as data. */
export const PAPER = `
#let d = json(bytes(sys.inputs.data))
#let brand = rgb("#0b5c57")
#let quiet = rgb("#5b6361")
#let line-colour = rgb("#d9d3c7")
#set document(title: d.title, author: d.service)
#set page(paper: "a4", margin: (x: 18mm, top: 18mm, bottom: 16mm), numbering: "1")
#set text(font: "IBM Plex Sans Arabic", lang: d.lang, dir: if d.dir == "rtl" { rtl } else { ltr }, size: 10pt)
#set par(leading: if d.dir == "rtl" { 0.85em } else { 0.65em })
#for (at, c) in d.cards.enumerate() [
  #if at > 0 { pagebreak() }
  #grid(
    columns: (1fr, auto), align: (start + horizon, end + horizon),
    text(size: 18pt, weight: 600, fill: brand, d.service), text(fill: quiet, d.title),
  )
  #line(length: 100%, stroke: 1.2pt + brand)
  #v(3mm)
  #text(size: 17pt, weight: 600, box(c.name))
  #parbreak()
  #text(fill: quiet, c.about.map(each => box(each)).join[ · ])
  #v(4mm)
  #grid(
    columns: c.figures.map(_ => 1fr), column-gutter: 5mm,
    ..c.figures.map(f => [
      #text(size: 9pt, fill: quiet, f.name) \\
      #text(size: 13pt, weight: 600, f.value)
      #if f.note != "" [ \\ #text(size: 9pt, fill: quiet, f.note)]
    ]),
  )
  #v(4mm)
  #table(
    columns: (2.6fr, ..c.head.slice(1).map(_ => 1fr)),
    stroke: (x, y) => (bottom: 0.5pt + line-colour), inset: (x: 4pt, y: 5pt),
    align: (x, y) => if x == 0 { start } else { end },
    table.header(..c.head.map(h => text(size: 9pt, weight: 600, h))),
    ..c.rows.map(r => (
      [#text(weight: 600, r.name) \\ #text(size: 8pt, fill: quiet, r.means)],
      ..r.cells.map(t => [#t]),
    )).flatten(),
  )
  #for note in c.notes [#text(size: 9pt, fill: quiet, note) #parbreak()]
  #if c.comments.len() > 0 [
    #v(3mm)
    #text(size: 12pt, weight: 600, d.comments)
    #for said in c.comments [
      #parbreak()
      #said.text \\
      #text(size: 9pt, fill: quiet)[#box(said.by) · #box(said.on) · #box(said.version)]
    ]
  ]
]
`
