import { FriendList } from "./friend-list";

export default function Home() {
  return (
    <main>
      <h1>Friends</h1>
      <FriendList />
    </main>
  );
}
