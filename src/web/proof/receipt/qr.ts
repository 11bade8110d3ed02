import QRCode from 'qrcode'

/** A QR code as one path of strokes, a module a unit, with the quiet zone of four that readers need. */
export function qrOf(letters: string): { size: number; path: string } {
  const { modules } = QRCode.create(letters, { errorCorrectionLevel: 'M' })
  let path = ''
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; ) {
      const start = column
      while (column < modules.size && modules.get(row, column)) column++
      if (column > start) path += `M${start + QUIET} ${row + QUIET}.5h${column - start}`
      else column++
    }
  }
  return { size: modules.size + 2 * QUIET, path }
}

const QUIET = 4

/** The same as a picture of its own. */
export function qrSvg(letters: string): string {
  const { size, path } = qrOf(letters)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" stroke="#000"/></svg>`
}
