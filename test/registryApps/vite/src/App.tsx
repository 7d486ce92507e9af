import { useQuery } from "@tanstack/react-query";
import { TencentNotice as OfAntd } from "@/components/notice-antd";
import { TencentNotice as OfShadcn } from "@/components/notice-shadcn";
import { TencentNotice as OfTDesign } from "@/components/notice-tdesign";
import { getFriends } from "./api";

const notices = { antd: OfAntd, shadcn: OfShadcn, tdesign: OfTDesign };

export default function App() {
  const friends = useQuery({ queryKey: ["friends"], queryFn: getFriends });
  const Notice = notices[location.hash.slice(1) as keyof typeof notices];
  return (
    <main>
      <button onClick={() => void friends.refetch()}>Reload</button>
      <Notice error={friends} />
      <ul>
        {friends.data?.friends.map((friend) => (
          <li key={friend.nickname}>{friend.nickname}</li>
        ))}
      </ul>
    </main>
  );
}
