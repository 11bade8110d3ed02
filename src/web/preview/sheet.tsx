import { type Examples, type Say, useLink, useReader } from '#ui'

/** Every example of some components, each under its name. */
export const Sheet = ({ components }: { components: Readonly<Record<string, Examples>> }) => {
  const say: Say = useReader().locale === 'ar' ? (arabic) => arabic : (_, english) => english
  return (
    <>
      {Object.entries(components).flatMap(([component, examples]) =>
        Object.entries(examples).map(([name, example]) => (
          <section class="section example" key={`${component} ${name}`} id={anchor(component, name)}>
            <h2 lang="en" dir="ltr">
              {component} · {name}
            </h2>
            {example(say)}
          </section>
        )),
      )}
    </>
  )
}

/** Where to look: each sheet in both languages and both themes. */
export const Contents = ({ sheets }: { sheets: readonly string[] }) => {
  const link = useLink()
  return (
    <ul>
      {sheets.map((sheet) => (
        <li key={sheet}>
          <a href={link(`/preview/${sheet}`)}>{sheet}</a> ·{' '}
          <a href={`${link(`/preview/${sheet}`)}?theme=dark`}>{sheet}, dark</a>
        </li>
      ))}
    </ul>
  )
}

const anchor = (component: string, name: string) => `${component}-${name}`.replace(/[^\w]+/g, '-')
