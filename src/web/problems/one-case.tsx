import { Reference } from '#ui'

/** A case as one of many to tick: its number, and its subject in its own direction. */
export const OneCase = ({ reference, subject }: { reference: string; subject: string }) => (
  <>
    <Reference number={reference} /> <bdi>{subject}</bdi>
  </>
)
