import type { Directory } from '#entities'
import type { Board } from '#insight'

/** What every part of the wall is drawn from. */
export interface PartProps {
  board: Board
  directory: Directory
}
