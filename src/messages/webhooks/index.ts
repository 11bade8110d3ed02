export type { Delivery } from '../store/webhooks/deliveries.ts'
export { type Endpoint, somebodyListens } from '../store/webhooks/endpoints.ts'
export { endReplay, holdReplay, moveReplay, type OpenReplay, type Replay } from '../store/webhooks/replays.ts'
export { type WebhookCourier, webhookCourier } from './actions/courier.ts'
export {
  acceptEndpoint,
  changeEndpoint,
  type EndpointChange,
  type EndpointRefusal,
  listEndpoints,
  type NewEndpoint,
  registerEndpoint,
  rotateSigningSecret,
  switchEndpoint,
} from './actions/endpoints.ts'
export { deliverAgain, deliveriesOf, replaySince, tryEndpoint } from './actions/repeat.ts'
export { type Repetition, tellEndpoints } from './actions/tell-endpoints.ts'
export { tidyWebhooks } from './actions/tidy.ts'
export type { Happening } from './model/happening.ts'
export { DELIVERY_STATES, type DeliveryState, FAULTS, type Fault } from './model/states.ts'
export { OPEN_ROAD, type Road } from './post.ts'
