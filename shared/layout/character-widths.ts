/**
 * Advance widths of Atkinson Hyperlegible Next (variable, upright) in thousandths of an em, without kerning, for the two
 * weights that the canvas uses. Measured once from the woff2 files of @fontsource-variable/atkinson-hyperlegible-next 5.3.0
 * at 1000 px. Fixed here so that a canvas is laid out alike on every screen, in exports and without a font (TRAPS 26).
 */
type Weight = 400 | 650

/** U+0020 to U+007E. */
const ASCII: Record<Weight, string> = {
  400:
    '280 286 301 651 592 919 731 160 299 299 485 606 210 362 210 387 648 407 548 576 614 588 598 510 615 ' +
    '595 210 210 553 628 553 480 778 626 613 645 669 569 552 694 694 392 512 631 541 824 693 714 592 724 ' +
    '614 592 558 690 593 856 623 575 607 317 387 344 552 372 243 525 566 485 564 538 314 558 550 252 245 ' +
    '492 262 845 550 548 566 574 349 471 326 540 461 684 481 449 460 344 237 344 555',
  650:
    '308 300 376 747 607 961 726 203 329 329 485 596 262 371 262 432 658 435 574 596 622 605 621 533 623 ' +
    '574 262 262 567 614 567 536 781 670 638 656 686 593 564 715 700 420 553 659 550 853 714 742 623 752 ' +
    '644 607 599 687 636 881 675 638 617 336 432 344 577 395 281 548 591 506 591 559 357 588 568 293 257 ' +
    '546 309 876 568 571 591 595 372 503 368 563 519 731 531 510 499 376 251 376 540',
}

/** U+00A0 to U+017F: western and central European letters, Welsh among them. */
const LATIN: Record<Weight, string> = {
  400:
    '280 286 485 610 580 575 237 528 368 798 371 562 602 0 798 356 352 579 382 383 243 576 509 240 265 ' +
    '256 380 562 816 820 867 450 626 626 626 626 626 626 891 645 569 569 569 569 392 392 392 392 689 693 ' +
    '714 714 714 714 714 532 714 690 690 690 690 575 592 582 525 525 525 525 525 525 866 485 538 538 538 ' +
    '538 252 252 252 266 565 550 548 548 548 548 548 606 548 540 540 540 540 449 566 449 626 525 626 525 ' +
    '626 525 645 485 667 444 645 485 645 485 669 634 689 564 569 538 611 444 569 538 569 538 569 538 722 ' +
    '500 694 558 694 558 694 558 722 500 694 550 333 278 392 252 333 278 392 252 392 252 904 497 389 278 ' +
    '631 492 500 541 262 541 262 541 317 611 344 571 296 693 550 693 550 693 550 604 702 495 722 500 722 ' +
    '500 714 548 1006 924 614 349 667 333 614 349 592 471 556 389 592 471 592 471 558 326 558 326 611 278 ' +
    '722 500 690 540 722 500 690 540 690 540 690 540 856 684 575 449 575 607 460 607 460 607 460 278',
  650:
    '308 300 506 631 591 638 251 551 422 798 388 636 613 0 798 379 388 606 399 404 281 576 519 285 293 ' +
    '280 399 636 841 848 912 515 670 670 670 670 670 670 954 656 593 593 593 593 420 420 420 420 706 714 ' +
    '742 742 742 742 742 535 742 687 687 687 687 638 623 615 548 548 548 548 548 548 876 506 559 559 559 ' +
    '559 293 293 293 307 584 568 571 571 571 571 571 596 571 563 563 563 563 510 591 510 670 548 670 548 ' +
    '670 548 656 506 722 444 656 506 656 506 686 685 706 591 593 559 667 444 593 559 593 559 593 559 778 ' +
    '500 715 588 715 588 715 588 778 556 700 568 389 278 420 293 389 278 420 293 420 293 973 549 500 333 ' +
    '659 546 556 550 309 550 309 550 358 667 396 580 340 714 568 714 568 714 568 729 769 556 778 500 778 ' +
    '500 742 571 1021 934 644 372 722 444 644 372 607 503 556 389 607 503 607 503 599 368 599 368 667 333 ' +
    '722 556 687 563 722 556 687 563 687 563 687 563 881 731 638 510 638 617 499 617 499 617 499 278',
}

const PUNCTUATION = '–—‘’“”•…€™−'
const PUNCTUATION_WIDTHS: Record<Weight, string> = {
  400: '504 824 236 236 399 399 438 670 664 874 606',
  650: '501 831 264 264 467 467 438 764 676 932 596',
}

const TABLES: Record<Weight, Map<number, number>> = { 400: tableOf(400), 650: tableOf(650) }

function tableOf(weight: Weight): Map<number, number> {
  const table = new Map<number, number>()
  const add = (first: number, widths: string) => {
    widths.split(' ').forEach((width, index) => {
      table.set(first + index, Number(width) / 1000)
    })
  }
  add(0x20, ASCII[weight])
  add(0xa0, LATIN[weight])
  const widths = PUNCTUATION_WIDTHS[weight].split(' ')
  Array.from(PUNCTUATION).forEach((character, index) => {
    table.set(character.codePointAt(0) ?? 0, Number(widths[index]) / 1000)
  })
  return table
}

/** Width of one character in em. What the font does not have is drawn by a font of the device: taken generously. */
export function characterWidth(codePoint: number, weight: Weight): number {
  return TABLES[weight].get(codePoint) ?? fallbackWidth(codePoint)
}

function fallbackWidth(codePoint: number): number {
  if (codePoint < 0x20 || isMark(codePoint)) return 0
  if (isWide(codePoint)) return 1.05
  if (codePoint >= 0x1f000) return 1.4
  return 0.8
}

/** Combining marks, joiners and variation selectors take no room of their own. */
export function isMark(codePoint: number): boolean {
  return (
    (codePoint >= 0x300 && codePoint <= 0x36f) ||
    (codePoint >= 0x200b && codePoint <= 0x200f) ||
    (codePoint >= 0x20d0 && codePoint <= 0x20ff) ||
    (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
    (codePoint >= 0x1f3fb && codePoint <= 0x1f3ff)
  )
}

/** Scripts written in squares, between any two characters of which a line may break. */
export function isWide(codePoint: number): boolean {
  return (
    (codePoint >= 0x1100 && codePoint <= 0x115f) ||
    (codePoint >= 0x2e80 && codePoint <= 0xa4cf) ||
    (codePoint >= 0xac00 && codePoint <= 0xd7a3) ||
    (codePoint >= 0xf900 && codePoint <= 0xfaff) ||
    (codePoint >= 0xff00 && codePoint <= 0xff60) ||
    (codePoint >= 0x20000 && codePoint <= 0x3fffd)
  )
}
