import { useWords } from '#ui'

/** The list of keys; stays closed without script, and closes by Escape or its own button. */
export function Keys() {
  const { desk } = useWords()
  const { keyboard } = desk
  const keys = [
    ['j', keyboard.next],
    ['k', keyboard.previous],
    [keyboard.enter, keyboard.open],
    ['n', keyboard.step],
    ['/', keyboard.search],
    ['?', keyboard.help],
  ] as const
  return (
    <dialog id="keys" class="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">{keyboard.title}</h2>
      <dl>
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button class="button quiet compact" type="submit">
          {keyboard.close}
        </button>
      </form>
    </dialog>
  )
}
