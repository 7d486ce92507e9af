import { useState } from 'react'
import { useAddFriendMutation, useFriendsQuery } from '../services/api'

export function FriendsPage() {
  const { data, error, refetch } = useFriendsQuery()
  const [add, adding] = useAddFriendMutation()
  const [name, setName] = useState('')
  return (
    <section>
      <h1>Friends</h1>
      <button onClick={() => refetch()}>Reload</button>
      {error && <p>Something went wrong</p>}
      <ul>{data?.friends.map(({ nickname }) => <li key={nickname}>{nickname}</li>)}</ul>
      <form onSubmit={(event) => { event.preventDefault(); void add(name) }}>
        <input aria-label="Name" value={name} onChange={(event) => setName(event.target.value)} />
        <button>Add</button>
        {adding.isError && <p>Could not add</p>}
      </form>
    </section>
  )
}
