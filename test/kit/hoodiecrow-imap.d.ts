declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net'

  interface MailServer {
    server: Server
    listen(port: number): void
    appendMessage(folder: string, flags: string[], date: string | undefined, raw: string): void
  }
  export default function hoodiecrow(options: {
    storage: Record<string, { messages: { raw: string }[] }>
  }): MailServer
}
