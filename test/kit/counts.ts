/** A reporter for the sum at the end of `npm test`: what a run counted, as one JSON object. */
export default async function* counts(events: AsyncIterable<{ type: string; data: unknown }>) {
  for await (const { type, data } of events) {
    if (type !== 'test:summary') continue
    const { file, counts, duration_ms } = data as { file?: string; counts: object; duration_ms: number }
    // With a process for each file there is a summary for each file, too.
    if (file === undefined) yield JSON.stringify({ counts, milliseconds: duration_ms })
  }
}
