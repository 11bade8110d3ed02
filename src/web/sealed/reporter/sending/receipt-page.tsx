import { useEffect, useState } from 'preact/hooks'
import { type ReceiptKeys, receiptDigits, receiptGroups } from '#sealing'
import { Text } from '../../client/fields.tsx'
import { Act, Doing } from '../../client/parts.tsx'
import { useReading } from '../../client/reading.ts'
import { Notice, Title } from '../../client/shown.tsx'
import { Question } from '../question.tsx'

interface ReceiptProps {
  receipt: string
  keys: Promise<ReceiptKeys>
  telephone: boolean
  onWritten: () => void
}

/** The receipt, once, large, in the order in which it is read aloud. Its keys are made meanwhile. */
export function ReceiptPage({ receipt, keys, telephone, onWritten }: ReceiptProps) {
  const { t } = useReading()
  const [made, setMade] = useState(false)
  useEffect(() => {
    let here = true
    void keys.then(() => here && setMade(true))
    return () => {
      here = false
    }
  }, [keys])
  return (
    <>
      <Title text={t.receipt.title} lead={t.receipt.lead} />
      {telephone && <Notice kind="sealed">{t.receipt.telephone}</Notice>}
      <ol class="receipt" dir="ltr">
        {receiptGroups(receipt).map((group, at) => (
          <li key={at}>
            <span class="unseen">{t.receipt.order(at + 1)}: </span>
            <span class="receipt-digits">{[...group].join('\u200a')}</span>
          </li>
        ))}
      </ol>
      {made ? <p class="hint">{t.receipt.made}</p> : <Doing text={t.receipt.making} />}
      <div class="actions">
        <Act onAct={onWritten}>{t.receipt.written}</Act>
        <Act kind="quiet" icon="print" onAct={() => print()}>
          {t.receipt.print}
        </Act>
      </div>
    </>
  )
}

interface ConfirmProps {
  receipt: string
  onConfirmed: () => void
  onBack: () => void
}

/** Two of the groups, typed from the paper: a receipt that was not written down is noticed before anything is sent. */
export function ConfirmReceipt({ receipt, onConfirmed, onBack }: ConfirmProps) {
  const { t } = useReading()
  const [asked] = useState(twoGroups)
  const [typed, setTyped] = useState(['', ''])
  const groups = receiptGroups(receipt)
  const check = () =>
    asked.flatMap((group, at) =>
      receiptDigits(typed[at] ?? '') === groups[group]
        ? []
        : [{ field: `group-${group}`, text: `${t.receipt.group(group + 1)}: ${t.receipt.mismatch}` }],
    )
  return (
    <Question
      title={t.receipt.confirm}
      hint={t.receipt.confirmLead}
      go={t.receipt.send}
      check={check}
      onGo={onConfirmed}
      onBack={onBack}
    >
      {(wrong) => (
        <div class="side-by-side">
          {asked.map((group, at) => (
            <Text
              key={group}
              id={`group-${group}`}
              label={t.receipt.group(group + 1)}
              digits
              value={typed[at] ?? ''}
              wrong={wrong(`group-${group}`) && t.receipt.mismatch}
              onText={(text) => setTyped(typed.map((one, place) => (place === at ? text : one)))}
            />
          ))}
        </div>
      )}
    </Question>
  )
}

/** One of the first three groups and one of the last four. */
function twoGroups(): number[] {
  const [one = 0, other = 0] = crypto.getRandomValues(new Uint8Array(2))
  return [one % 3, 3 + (other % 4)]
}
