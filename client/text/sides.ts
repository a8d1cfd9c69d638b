export const sidesText = {
  which: 'Which side are you on?',
  other: 'Other',
  otherDetail: 'Neither of the two: a charity, a regulator, a resident',
  none: 'No side',
  noneDetail: 'I run the workshop or support it',
} as const
