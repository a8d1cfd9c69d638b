/**
 * The words of join codes: short, plain, easy to spell when heard, and nothing that anybody would mind reading aloud. No
 * word is in both lists, and no two pairs run together to the same letters (the tests see to it), so that a code can be
 * read back without its hyphens.
 */
export const FIRST_WORDS: readonly string[] = words(`
  able agile airy alert amber ample apt artful awake azure balmy basic beige blithe blue bold bonny brave breezy
  bright brisk broad bronze bubbly busy calm candid casual cedar chalky cheery chief chilly civic clean clear clever
  close cloudy cobalt cool coral cosy crafty cream crisp curly dainty dapper daring deep deft dewy direct double
  downy dreamy dusty eager early earthy east easy elder equal even exact fair fancy fast fine firm first fleet
  floral fluffy fond frank free fresh frosty full fuzzy gentle giant glad glassy global glossy good grand great
  green grey handy happy hardy hazel high hilly humble ideal indigo ivory jade jolly joyful jumbo just keen kind
  large late lavish leafy lean level light lilac lively loud loyal lucid lucky lunar magic major maple marble marine
  mellow merry mild minty misty modern modest mossy navy neat nice nifty nimble noble north novel oaken olive open
  orange oval pastel peachy pearly peppy perky pink plain plum poetic prime prompt proper proud pure purple quick
  quiet rapid rare ready regal rich ripe robust rosy round royal ruby rustic safe sage sandy seven sharp shiny short
  silent silky simple sleek slim smart smooth snowy snug social soft solar solid sonic south spare spicy spry square
  stable starry steady still stout sunny super superb supple sure sweet swift tall tame tasty teal tender three tidy
  tiny tough trim true trusty twin upbeat upper urban useful valid vast vernal violet vivid warm wavy well west
  whole wide windy wise witty wooden woolly woven yellow young zesty zippy
`)

export const SECOND_WORDS: readonly string[] = words(`
  acorn alder anvil apple apron arrow aspen atlas badger bagel ball bamboo banjo barn basil basin basket beach bean
  beaver beech bench berry birch bird bison boat book boot box bread brick brook broom brush bucket bugle button
  cabin cable cake camel candle canoe canvas cart cello chair chalk chest chime clay cliff clock cloud clover coast
  coat cocoa comet crane creek crocus cup daisy dale delta desk door drum duck dune eagle easel elm ember engine
  farm fern ferry field finch fjord flag flask flint flute fossil fox frame frog garden gate ginger globe glove goat
  grain grape grove guitar gull harp hat hawk heath hedge heron hill hive honey hook horse house iris island ivy jar
  jay jetty jigsaw jug kayak key kite kitten koala ladder lagoon lake lamb lamp larch lark laurel lawn leaf lemon
  letter lily linnet lion llama loom lotus lynx magnet magpie mango map marsh melon mill mint mitten moon moss moth
  mug museum napkin nest newt oak oasis ocean onion orchid otter owl oyster paddle palm panda paper parrot path
  peach pepper piano pigeon pillow pine planet plover pocket pond pony poppy potato prism puddle puffin quail quartz
  quill quilt raft raven reef ribbon rice ridge river robin rope rowan saddle saucer scarf school seal shell ship
  shore shrub signal slate sledge snail sofa spoon sprout stone stork stream swan thyme tiger timber toast tomato
  torch tower train tree trout tulip valley vase vine viola waffle wagon walrus weaver wharf wheat wheel window wolf
  wombat wren yacht yarn zebra
`)

function words(lines: string): string[] {
  return lines.trim().split(/\s+/)
}
