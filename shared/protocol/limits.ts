import { CLUSTER_TITLE } from '../domain/cluster'
import { DRAWING_LIMITS } from '../domain/drawing'

/** Every limit in one place; lengths in characters (UTF-16 units), sizes in bytes, times in ms. */
export const LIMITS = {
  title: 200,
  brief: 4_000,
  name: 80,
  organisation: 120,
  jobTitle: 120,
  reason: 2_000,
  announcement: 300,
  /** Spellings of organisations that become one in one command. */
  spellings: 100,
  note: 3_000,
  clusterTitle: CLUSTER_TITLE,
  residentChange: 1_000,
  /** Words on the canvas, and what a drawing is said to show. */
  drawingText: DRAWING_LIMITS.text,
  drawingDescription: DRAWING_LIMITS.description,
  commitment: 1_000,
  expectedOrganisations: 100,
  /** People of one workshop, those who were removed too: somebody with its link could go on joining for ever. */
  members: 2_000,
  /** People at a closed door. */
  waiting: 500,
  /** People at one device. */
  seats: 12,
  stepTitle: 120,
  stepPrompt: 600,
  /** Of one step as planned, and of what is left on its clock. */
  stepMinutes: 600,
  /** Steps of one agenda. */
  steps: 60,
  /** The planned end lies at most so far ahead, ms. */
  plannedEndMs: 7 * 24 * 3_600_000,
  /** Canvases of one workshop; more could not be told apart where one chooses between them. */
  canvases: 20,
  /** Lines of one paste that become notes; the rest stays in the field and the person is told. */
  pastedLines: 500,
  /** One HTTP body. */
  body: 256 * 1024,
  /** One WebSocket message. */
  message: 1024 * 1024,
  /** One canvas or agreement document, as a full state. */
  document: 32 * 1024 * 1024,
  /** Of these the last are kept for deleting, moving and locking, and for facilitators. */
  documentReserve: 1024 * 1024,
  /** What one member may bring into one document that has become large. */
  memberShare: 4 * 1024 * 1024,
  /** One text in a document, whoever wrote it: four times a note, since what people write at once comes together. */
  text: 12_000,
  /** One member's private notes, as a full state; and how many of them. */
  drafts: 2 * 1024 * 1024,
  draftNotes: 1_000,
  /** One presence state as JSON. */
  presence: 1024,
  /** Lifetime of a one-use link to another device. */
  deviceLinkMs: 15 * 60_000,
} as const
