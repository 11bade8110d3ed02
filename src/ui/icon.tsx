import type { Examples } from './example.ts'

/** Strokes on a 24 × 24 grid, drawn for this service. */
const PATHS = {
  alert: 'M12 3.5 21.5 20h-19zM12 10v4.5M12 17.2v.1',
  arrow: 'M4 12h15M13 6l6 6-6 6',
  bell: 'M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15zM10 20.5h4',
  building: 'M4 20.5h16M6 20V9l6-5 6 5v11M10 20v-5h4v5M10 11h.1M14 11h.1',
  bulb: 'M9 17.5c0-2-3-3.5-3-7a6 6 0 0 1 12 0c0 3.5-3 5-3 7zM10 21h4',
  calendar: 'M4 6.5h16V20H4zM4 10.5h16M8.5 4v4M15.5 4v4',
  chart: 'M4 20h16M7 16v-4M12 16V6M17 16V9',
  check: 'M5 12.5 10 17.5 19.5 7',
  chevron: 'M9.5 6l6 6-6 6',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17M12 7.5V12l3 2',
  close: 'M6 6l12 12M18 6 6 18',
  file: 'M6 3.5h8l4 4V20.5H6zM14 3.5v4h4',
  flag: 'M6 21V4.5h11l-2.5 4 2.5 4H6',
  globe: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17M3.5 12h17M12 3.5c5 5 5 12 0 17M12 3.5c-5 5-5 12 0 17',
  heart: 'M12 20C5 15 3.5 12 3.5 9a4.5 4.5 0 0 1 8.5-2 4.5 4.5 0 0 1 8.5 2c0 3-1.5 6-8.5 11z',
  home: 'M4 11.5 12 4.5l8 7M6 10v10h12V10',
  inbox: 'M4 14 6.5 5h11L20 14v6H4zM4 14h4.5l1.5 2.5h4l1.5-2.5H20',
  list: 'M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5h.1M4.5 12h.1M4.5 17.5h.1',
  lock: 'M5.5 11h13v9.5h-13zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  mail: 'M3.5 6h17v12.5h-17zM4 6.5l8 6.5 8-6.5',
  menu: 'M4 6.5h16M4 12h16M4 17.5h16',
  message: 'M4 5h16v11.5h-9L6.5 20v-3.5H4z',
  pause: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17M10 9v6M14 9v6',
  phone:
    'M6 3.5h3l1.5 5-2 1.5a11 11 0 0 0 5.5 5.5l1.5-2 5 1.5v3a2 2 0 0 1-2 2A15 15 0 0 1 4 5.5a2 2 0 0 1 2-2z',
  pin: 'M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11zM12 8a2.3 2.3 0 1 0 0 4.6A2.3 2.3 0 0 0 12 8',
  plus: 'M12 5v14M5 12h14',
  print: 'M7 9V4h10v5M7 16.5H4V9h16v7.5h-3M7 14h10v6.5H7z',
  question:
    'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17M9.5 9.8a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.1.9-1.1 1.7M12 16.6v.1',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M15.5 15.5 20.5 20.5',
  send: 'M4 12 20 4.5 15.5 20l-4-6zM11.5 14 20 4.5',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M13 7a2 2 0 1 0 4 0 2 2 0 0 0-4 0M7 17a2 2 0 1 0 4 0 2 2 0 0 0-4 0',
  shield: 'M12 3.5 19.5 6v6c0 4.5-3 7-7.5 9-4.5-2-7.5-4.5-7.5-9V6z',
  star: 'm12 4 2.5 5.2 5.7.8-4.1 4 1 5.7-5.1-2.7-5.1 2.7 1-5.7-4.1-4 5.7-.8z',
  user: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8M4.5 20.5c.5-4 3.5-6 7.5-6s7 2 7.5 6',
  users:
    'M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7M3 19.5c.3-3.3 2.7-5 6-5s5.7 1.7 6 5M15.5 5.3a3.5 3.5 0 0 1 0 6.5M17.5 15c2 .6 3.3 2.2 3.5 4.5',
} as const

export type IconName = keyof typeof PATHS
/** What points along the line of reading turns with it; a clock or a check does not. */
const POINTING: readonly IconName[] = ['arrow', 'chevron', 'send', 'list']

export interface IconProps {
  name: IconName
  /** Points against the line of reading: the back arrow. */
  back?: boolean
}

/** A picture beside a word, never instead of one: hidden from screen readers. */
export const Icon = ({ name, back }: IconProps) => (
  <svg class={className(name, back)} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={PATHS[name]} />
  </svg>
)

const className = (name: IconName, back?: boolean) =>
  `icon${POINTING.includes(name) ? ' turns' : ''}${back ? ' back' : ''}`

export const ICONS = Object.keys(PATHS) as IconName[]

export const examples: Examples = {
  'all of them': () => (
    <ul class="cluster">
      {ICONS.map((name) => (
        <li key={name}>
          <Icon name={name} /> <small lang="en">{name}</small>
        </li>
      ))}
    </ul>
  ),
  'pointing back': () => <Icon name="arrow" back />,
}
