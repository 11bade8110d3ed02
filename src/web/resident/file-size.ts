import { formatNumber, type Reader, words } from '#words'

/** "340 KB", "2.1 MB". */
export function fileSize(reader: Reader, bytes: number): string {
  const { kilobytes, megabytes } = words(reader.locale).resident.follow.sizes
  if (bytes < 1_000_000) return kilobytes(formatNumber(reader, Math.max(1, Math.round(bytes / 1000))))
  return megabytes(formatNumber(reader, Math.round(bytes / 100_000) / 10))
}
