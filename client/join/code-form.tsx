import { useNavigate } from '@solidjs/router'
import { createSignal } from 'solid-js'
import { homeText } from '../text/home'
import { Button } from '../ui/button'
import { focusOn } from '../ui/focus'
import { TextField } from '../ui/text-field'
import styles from './code-form.module.css'

/** A field for the code that was read aloud. Case, spaces and hyphens do not matter; the server looks it up on the next page. */
export function CodeForm(props: { id?: string; labelHidden?: boolean }) {
  const navigate = useNavigate()
  const [code, setCode] = createSignal('')
  const [error, setError] = createSignal<string>()
  const id = () => props.id ?? 'join-code'

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (code().trim() === '') {
      setError(homeText.codeMissing)
      focusOn(id())
      return
    }
    navigate(`/join?code=${encodeURIComponent(code().trim())}`)
  }
  return (
    <form class={styles.form} onSubmit={submit} noValidate>
      <TextField
        id={id()}
        class={styles.field}
        label={homeText.codeLabel}
        labelHidden={props.labelHidden}
        hint={homeText.codeHint}
        error={error()}
        value={code()}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        enterkeyhint="go"
        onValue={(value) => {
          setCode(value)
          setError(undefined)
        }}
      />
      <Button type="submit" class={styles.go}>
        {homeText.join}
      </Button>
    </form>
  )
}
