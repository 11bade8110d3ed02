import { type Directory, loadDirectory } from '#entities'
import { createToken, ROLES, type ScopeRefusal, STAFF_ROLES, type Tools } from '#people'
import { command } from './command.ts'

const HELP = `Makes a bearer token for an outside program and prints it, alone, on one line.

  sawt token --role ROLE [--entity ID] [--sector ID] --name NAME

The token can do what the role can, and no more. Sawt keeps only its hash: a lost token is replaced by
making another. Programs are known by NAME; tokens of one name belong together.

Roles:
${STAFF_ROLES.map((role) => `  ${role.padEnd(10)} ${needs(role)}`).join('\n')}`

const TEXT = { type: 'string' } as const

/** `sawt token`. */
export const token = command('token', {
  help: HELP,
  options: { role: TEXT, entity: TEXT, sector: TEXT, unit: TEXT, name: TEXT },
  mistake: ({ role, name }) => {
    if (!role) return '--role is missing.'
    return name?.trim() ? undefined : '--name is missing: it says which program the token is for.'
  },
  async run(tools: Tools, { role = '', name = '', entity, sector, unit }, { print, complain }) {
    const reach = { entity, sector, unit }
    const fault = faultOf(reach, await loadDirectory(tools.db))
    const made = fault ? undefined : await createToken(tools, 'installation', { role, name, ...reach })
    if (made?.ok) {
      print(made.value.token)
      return 0
    }
    complain(fault ?? remedy(made?.reason ?? '', role))
    return 1
  },
})

interface Reach {
  entity?: string | undefined
  sector?: string | undefined
  unit?: string | undefined
}

/** What the rooms above cannot know: whether the places named exist. */
function faultOf({ entity, sector, unit }: Reach, directory: Directory): string | undefined {
  if (entity !== undefined && !directory.entity(entity))
    return `There is no entity "${entity}". Its id stands in GET /api/v1/entities, for example ${example(directory)}.`
  if (sector !== undefined && !directory.sector(sector))
    return `There is no sector "${sector}". There are: ${directory
      .sectors('en')
      .map(({ id }) => id)
      .join(', ')}.`
  if (unit !== undefined && !directory.unit(unit)) return `There is no unit "${unit}".`
  return undefined
}

const example = (directory: Directory): string =>
  directory.entities('en')[0]?.id ?? 'none yet: run sawt seed first'

function remedy(reason: string, role: string): string {
  const remedies: Record<ScopeRefusal | 'program-disabled' | 'name-too-long', string> = {
    'role-unknown': `There is no role "${role}". There are: ${STAFF_ROLES.join(', ')}.`,
    'role-is-national': `The role ${role} reaches the whole nation: leave --entity and --sector out.`,
    'role-needs-entity': `The role ${role} is held at an entity: add --entity ID.`,
    'role-needs-sector': `The role ${role} is held over a sector: add --sector ID.`,
    'role-not-on-scope': `The role ${role} needs something else: ${needs(role)}`,
    'program-disabled':
      'The program of this name has been disabled by an administrator. Choose another name.',
    'name-too-long': '--name is too long.',
  }
  return remedies[reason as keyof typeof remedies] ?? `Refused: ${reason}`
}

function needs(role: string): string {
  const scopes: readonly string[] = ROLES[role as keyof typeof ROLES]?.scopes ?? []
  if (scopes.length === 1 && scopes[0] === 'nation')
    return 'the whole nation; takes neither --entity nor --sector'
  const options = scopes.map((scope) => (scope === 'nation' ? 'neither, for the nation' : `--${scope} ID`))
  return `needs ${options.join(' or ')}`
}
