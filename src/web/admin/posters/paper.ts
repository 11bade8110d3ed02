/**
 * The poster in Typst: one page of A4, read from three metres, in the direction of its language. The code takes what
 * the words leave of the page, so that long names never make a second one.
 */
export const POSTER = `
#let d = json(bytes(sys.inputs.data))
#let brand = rgb("#0b5a52")
#let quiet = rgb("#575c54")
#let ltr-text(body) = box(text(dir: ltr, lang: "en", body))
#set document(title: d.head, author: d.service)
#set page(paper: "a4", margin: (x: 20mm, y: 18mm), fill: rgb("#faf7f1"))
#set text(font: "IBM Plex Sans Arabic", lang: d.lang, dir: if d.dir == "rtl" { rtl } else { ltr }, size: 18pt)
#set par(leading: if d.dir == "rtl" { 0.9em } else { 0.7em })
#set align(center)
#text(size: 30pt, weight: 600, fill: brand, d.service)
#v(2mm)
#line(length: 40%, stroke: 2pt + brand)
#v(4mm)
#text(size: 32pt, weight: 600, d.head)
#v(2mm)
#text(size: 19pt, d.lead)
#v(3mm)
#if d.entity != "" [ #text(size: 22pt, weight: 600, fill: brand, d.entity) \\ ]
#if d.category != "" [ #text(size: 18pt, fill: quiet, d.category) ]
#v(2mm)
#block(height: 1fr, layout(room => {
  let side = calc.min(room.height, 104mm)
  align(center + horizon, block(fill: white, inset: 2mm, radius: 4mm, stroke: 1pt + brand,
    image(bytes(d.qr), format: "svg", width: side - 4mm, height: side - 4mm, alt: d.scan)))
}))
#text(size: 22pt, weight: 600, d.scan)
#v(1mm)
#text(size: 15pt, fill: quiet)[#d.or #ltr-text(text(weight: 600, d.address))]
#v(4mm)
#text(size: 18pt, d.promise) \\
#text(size: 16pt, fill: quiet, d.free)
`
