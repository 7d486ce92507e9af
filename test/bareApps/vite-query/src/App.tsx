import { useQuery } from '@tanstack/react-query'
import { getFriends } from './api'

export default function App() {
  const friends = useQuery({ queryKey: ['friends'], queryFn: getFriends })
  return (
    <main>
      <h1>Friends</h1>
      <button onClick={() => friends.refetch()}>Reload</button>
      <ul>
        {friends.data?.friends.map((friend) => (
          <li key={friend.nickname}>{friend.nickname}</li>
        ))}
      </ul>
    </main>
  )
}
