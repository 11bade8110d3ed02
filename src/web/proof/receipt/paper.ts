/** The receipt in Typst: one page of A4, in the direction of its language. Numbers and addresses stay left to right. */
export const PAPER = `
#let d = json(bytes(sys.inputs.data))
#let brand = rgb("#0b5c57")
#let quiet = rgb("#5b6361")
#let line-colour = rgb("#d9d3c7")
#let ltr-text(body) = box(text(dir: ltr, lang: "en", body))
#set document(title: d.title, author: d.service)
#set page(paper: "a4", margin: (x: 22mm, top: 20mm, bottom: 18mm))
#set text(font: "IBM Plex Sans Arabic", lang: d.lang, dir: if d.dir == "rtl" { rtl } else { ltr }, size: 11pt)
#set par(leading: if d.dir == "rtl" { 0.9em } else { 0.7em })
#grid(
  columns: (1fr, auto), align: (start + horizon, end + horizon),
  text(size: 20pt, weight: 600, fill: brand, d.service),
  text(fill: quiet, ltr-text(d.facts.at(0).value)),
)
#line(length: 100%, stroke: 1.2pt + brand)
#v(6mm)
#text(size: 18pt, weight: 600, d.title)
#v(1mm)
#text(fill: quiet, d.lead)
#v(5mm)
#for fact in d.facts [
  #grid(
    columns: (34%, 1fr), column-gutter: 6mm, align: (start, start),
    text(fill: quiet, fact.name),
    if fact.ltr { text(weight: 600, ltr-text(fact.value)) } else { text(weight: 600, fact.value) },
  )
  #v(-1.5mm)
  #line(length: 100%, stroke: 0.5pt + line-colour)
  #v(-1.5mm)
]
#v(6mm)
#grid(
  columns: (52mm, 1fr), column-gutter: 8mm, align: (start, start + horizon),
  [#image(bytes(d.qr), format: "svg", width: 52mm, alt: d.scan)
   #align(center, text(size: 9pt, fill: quiet, d.scan))],
  [#text(weight: 600, d.how) \\
   #let parts = d.check.split("\\u{0}")
   #parts.at(0)#ltr-text(text(weight: 600, d.address))#parts.at(1)
   #for note in d.notes [
     #parbreak()
     #text(fill: quiet, note)
   ]],
)
`
