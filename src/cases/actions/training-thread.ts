import { parentPort, workerData } from 'node:worker_threads'
import { packModel, trainSuggestions } from '#language'

const weights = packModel(trainSuggestions(workerData))
parentPort?.postMessage(weights, [weights.buffer])
