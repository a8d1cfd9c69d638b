import extended from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2?url'
import latin from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url'
import type { CanvasView } from '../../../shared/domain/canvas-view'
import type { CanvasId } from '../../../shared/domain/ids'
import { layoutCanvas } from '../../../shared/layout/canvas-layout'
import { linkRoutes } from '../../../shared/layout/link-routes'
import { pictureText as text } from '../../text/picture'
import { shellText } from '../../text/shell'
import { announce } from '../../ui/live-region'
import { saveFile } from '../../ui/save-file'
import { showToast } from '../../ui/toast'
import type { Canvas, Workshop } from '../../workshop/contract'
import { boardShapes } from '../board-shapes'
import { sectionTitle } from '../describe-item'
import { canvasSvg, cutOf, FONT, type ImageOf } from './canvas-svg'
import { type ImageSize, imageName, imageSize } from './image-size'
import { lightPalette } from './palette'

/** Makes a picture of a canvas and saves it as a file; says what came of it. */
export async function saveImage(canvas: Canvas, workshop: Workshop, of: ImageOf): Promise<void> {
  announce(text.working)
  try {
    const { view } = canvas
    const titles = titlesOf(workshop, canvas.id)
    const name = imageName([...titles, of.is === 'section' ? titleOf(view, of.id) : ''], text.fallbackName)
    const banner = shellText.banner[workshop.stage.workshop?.banner ?? 'none'].toUpperCase()
    const heading = [...new Set(titles), banner].filter(Boolean).join(' · ')
    const { image, size } = await pictureOf(view, of, heading)
    saveFile(image, name)
    showToast({ text: (size.isSmaller ? text.smaller : text.saved)(name, size.w, size.h) })
  } catch {
    // a browser without memory for it, or without its network for the font
    showToast({ text: text.failed })
  }
}

async function pictureOf(view: CanvasView, of: ImageOf, heading: string): Promise<{ image: Blob; size: ImageSize }> {
  const layout = layoutCanvas(view)
  const cut = cutOf(of, layout, boardShapes(view, layout), linkRoutes(view, layout))
  const bare = { ...cut, palette: lightPalette(), heading }
  const fonts = await fontsFor(canvasSvg({ ...bare, fonts: '' }).svg)
  const { svg, w, h } = canvasSvg({ ...bare, fonts })
  const size = imageSize({ w, h })
  return { image: await drawn(svg, size), size }
}

async function drawn(svg: string, { w, h }: ImageSize): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const paper = document.createElement('canvas')
    paper.width = w
    paper.height = h
    paper.getContext('2d')?.drawImage(image, 0, 0, w, h)
    const blob = await new Promise<Blob | null>((resolve) => paper.toBlob(resolve, 'image/png'))
    if (!blob) throw new Error('the picture is too large for this browser')
    return blob
  } finally {
    URL.revokeObjectURL(url)
  }
}

/** The product's own font inside the picture: an image may ask for nothing. The letters of Welsh only where there are some. */
async function fontsFor(words: string): Promise<string> {
  const faces = [face(latin, 'U+0000-00FF,U+0131,U+02BB-02DC,U+2000-206F,U+20AC,U+2122,U+2190-2215,U+FEFF,U+FFFD')]
  if (/[\u0100-\u02af\u1e00-\u1eff]/.test(words)) faces.push(face(extended, 'U+0100-02BA,U+1E00-1EFF'))
  return (await Promise.all(faces)).join(' ')
}

async function face(address: string, range: string): Promise<string> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error('no font')
  const bytes = new Uint8Array(await answer.arrayBuffer())
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  const data = `data:font/woff2;base64,${btoa(binary)}`
  return `@font-face { font-family: '${FONT}'; font-weight: 200 800; src: url(${data}) format('woff2'); unicode-range: ${range}; }`
}

function titlesOf({ stage }: Workshop, id: CanvasId): string[] {
  const { workshop } = stage
  const canvas = workshop?.canvases.find((one) => one.id === id)?.title ?? ''
  return [workshop?.title ?? '', canvas]
}

function titleOf(view: CanvasView, id: string): string {
  const section = view.sections.find((one) => one.id === id)
  return section ? sectionTitle(section) : ''
}
