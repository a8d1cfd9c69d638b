import { createSignal } from 'solid-js'
import { keep, readKept } from '../../ui/kept'

const KEY = 'concordat:timer-sound'

const [wanted, setWanted] = createSignal(readKept('device', KEY) === 'on')

/** Whether this device makes a sound as time runs out. Off until somebody here asks for it. */
export const timerSoundWanted = wanted

export function setTimerSound(on: boolean): void {
  setWanted(on)
  keep('device', KEY, on ? 'on' : 'off')
  if (on) chime('soon')
}

/** So many short notes, Hz: the end is told from what comes before it without looking. */
const NOTES = { soon: [660], last: [660, 660], over: [660, 550, 440] } as const
const EACH_S = 0.22
const VOLUME = 0.12

let context: AudioContext | undefined

/** Made of oscillators, so that nothing is loaded. Where the browser allows no sound yet, there is none. */
export function chime(kind: keyof typeof NOTES): void {
  if (!wanted() || typeof AudioContext === 'undefined') return
  context ??= new AudioContext()
  const audio = context
  const play = () => {
    for (const [index, note] of NOTES[kind].entries()) playNote(audio, note, audio.currentTime + index * EACH_S)
  }
  audio.resume().then(play, () => undefined)
}

function playNote(audio: AudioContext, frequency: number, at: number): void {
  const tone = audio.createOscillator()
  const volume = audio.createGain()
  tone.frequency.value = frequency
  // swells and fades: a bare switch would click
  volume.gain.setValueAtTime(0, at)
  volume.gain.linearRampToValueAtTime(VOLUME, at + 0.02)
  volume.gain.exponentialRampToValueAtTime(0.001, at + EACH_S)
  tone.connect(volume).connect(audio.destination)
  tone.start(at)
  tone.stop(at + EACH_S)
}
