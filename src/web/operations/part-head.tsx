interface PartHeadProps {
  title: string
  id?: string
  /** What its numbers count, or what of it is shown. */
  note?: string
}

/** The heading of a part of the wall. */
export const PartHead = ({ title, id, note }: PartHeadProps) => (
  <div class="wall-head">
    <h2 id={id}>{title}</h2>
    {note && <p class="soft">{note}</p>}
  </div>
)
