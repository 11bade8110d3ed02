/** How to check a receipt without this service: OpenSSL 3 and jq, on any computer. The tests run these lines. */
export const STEPS = [
  {
    step: 'key',
    command: 'openssl pkey -pubin -in sawt-key.pem -pubout -outform DER | tail -c 32 | openssl dgst -sha256',
  },
  {
    step: 'apart',
    command:
      'jq -rj .signed receipt.json > signed.txt\n' +
      'jq -rj .signature receipt.json | openssl base64 -d -A > signature.bin',
  },
  {
    step: 'verify',
    command:
      'openssl pkeyutl -verify -pubin -inkey sawt-key.pem -rawin -in signed.txt -sigfile signature.bin',
  },
  {
    step: 'words',
    command:
      '(jq -rj .words.salt receipt.json | xxd -r -p; jq -Scj .words.content receipt.json) | openssl dgst -sha256',
  },
] as const
