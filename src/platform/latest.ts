/** The newest value of something that changes, for one who reads at their own pace. */
export interface Latest<Value> {
  /**
   * Waits until the value is another than the one given out last, at most so many milliseconds. What changed
   * meanwhile is not kept: a reader who was slow gets the newest alone, and costs no more than one who is not.
   *
   * @returns undefined when nothing changed in that time, or when it was closed
   */
  next(patience: number): Promise<Value | undefined>
  close(): void
  readonly closed: boolean
}

export interface Told<Value> extends Latest<Value> {
  tell(value: Value): void
}

/** Values are told apart by identity. */
export function latest<Value>(onClose: () => void): Told<Value> {
  let known: Value | undefined
  let given: Value | undefined
  let closed = false
  let rouse = () => {}
  const changed = (patience: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, patience)
      rouse = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  return {
    tell(value) {
      known = value
      if (known !== given) rouse()
    },
    async next(patience) {
      if (!closed && known === given) await changed(patience)
      if (closed || known === given) return undefined
      given = known
      return given
    },
    close() {
      if (closed) return
      closed = true
      rouse()
      onClose()
    },
    get closed() {
      return closed
    },
  }
}
