import { toString as draw } from 'qrcode'
import { EmptyState, Facts, LinkButton, Notice, Section, useLink, useWords } from '#ui'
import { html } from '../html.ts'
import { AdminPage } from './admin-page.tsx'
import type { Admin } from './form-page.ts'
import { type HandedOut, take } from './handed-out.ts'

export async function showHandedOut(c: Admin) {
  const handed = take(c)
  c.header('Cache-Control', 'no-store')
  const square = handed?.totpUri && (await draw(handed.totpUri, { type: 'svg', margin: 2 }))
  return html(c, handed ? <Show c={c} handed={handed} square={square} /> : <Gone c={c} />)
}

function Show({ c, handed, square }: { c: Admin; handed: HandedOut; square: string | undefined }) {
  const { staff } = useWords().admin
  const link = useLink()
  return (
    <AdminPage
      c={c}
      place={handed.token ? 'tokens' : 'staff'}
      above={<bdi>{handed.name}</bdi>}
      title={staff.handedOut}
      lead={staff.handedOutLead}
    >
      <div class="measure">
        <Notice kind="sealed">
          <Facts facts={factsOf(handed, staff)} />
          {handed.password && <p class="hint">{staff.passwordHint}</p>}
        </Notice>
        {square && (
          <Section title={staff.square}>
            <p class="hint">{staff.secretHint}</p>
            {/* Drawn by the library from our own address; nothing that anybody typed is markup in it. */}
            <div
              class="square-code"
              role="img"
              aria-label={staff.square}
              dangerouslySetInnerHTML={{ __html: square }}
            />
          </Section>
        )}
        <LinkButton href={link(handed.next)}>{staff.goOn}</LinkButton>
      </div>
    </AdminPage>
  )
}

type Said = ReturnType<typeof useWords>['admin']['staff']

const factsOf = ({ password, totpSecret, token }: HandedOut, staff: Said) =>
  [
    { name: staff.password, secret: password },
    { name: staff.secret, secret: totpSecret && inGroups(totpSecret) },
    { name: staff.token, secret: token },
  ].flatMap(({ name, secret }) =>
    secret
      ? [
          {
            name,
            value: (
              <code class="secret" dir="ltr">
                {secret}
              </code>
            ),
          },
        ]
      : [],
  )

/** Four by four, as one types it from a screen. */
export const inGroups = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? secret

function Gone({ c }: { c: Admin }) {
  const { staff, places } = useWords().admin
  const link = useLink()
  return (
    <AdminPage c={c} place="staff" title={staff.handedOutGone}>
      <EmptyState icon="lock" title={staff.handedOutGone}>
        <p>{staff.handedOutGoneHint}</p>
        <p>
          <a href={link('/admin/staff')}>{places.staff}</a>
        </p>
      </EmptyState>
    </AdminPage>
  )
}
