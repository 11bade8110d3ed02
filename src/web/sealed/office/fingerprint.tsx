import { fromBase64url, keyFingerprint } from '#sealing'

/** A public key as sixteen groups of four, to be compared by eye and over the telephone. */
export const Fingerprint = ({ of }: { of: string }) => (
  <p class="fingerprint">
    <bdi class="ltr">{keyFingerprint(fromBase64url(of) ?? new Uint8Array(0))}</bdi>
  </p>
)
