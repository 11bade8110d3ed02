import type { pages as ar } from '../ar/pages.ts'

export const pages: typeof ar = {
  notFound: {
    title: 'We could not find this page',
    text: 'The address may have changed, or part of it is missing. Start from the home page, or follow your case by its number.',
  },
  broken: {
    title: 'Something went wrong on our side',
    text: 'Nothing that was sent and confirmed is lost. Please try again shortly; what you wrote in your case is still kept.',
  },
  notNow: {
    title: 'We cannot serve you at this moment',
    text: 'What you sent just now may not have reached us; nothing that we confirmed to you is lost. Send it again in a minute; sent twice, it still counts once.',
  },
  foreign: {
    title: 'This request was not accepted',
    text: 'It came from another site, and to protect you we did not accept it. Open the page here and send it from there.',
  },
  notYours: {
    title: 'This page is not among your rights',
    text: 'If your work needs it, ask the administrator of your organisation.',
  },
  follow: 'Follow a case',
}
