import { useState, type FormEvent } from "react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useLoaderData } from "react-router-dom";
import { toast } from "sonner";
import { ErrorNotice } from "tencent-error-kit";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardDescription, CardFooter, CardHeader, CardTitle } from "@/components/ui/card";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
} from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { addFriend, type Friend } from "@/lib/api";
import { friendsQuery, queryClient } from "@/lib/queries";

export const friendsLoader = () => queryClient.ensureQueryData(friendsQuery);

export function FriendsPage() {
  const initialData = useLoaderData() as readonly Friend[];
  const friends = useQuery({ ...friendsQuery, initialData });
  return (
    <Card>
      <CardHeader>
        <CardTitle>好友</CardTitle>
        <CardDescription>共 {friends.data.length} 位</CardDescription>
      </CardHeader>
      <CardContent className="space-y-4">
        <ErrorNotice error={friends} />
        <ul className="divide-y">
          {friends.data.map(({ nickname }) => (
            <li key={nickname} className="py-3 text-sm">
              {nickname}
            </li>
          ))}
        </ul>
      </CardContent>
      <CardFooter className="gap-2">
        <AddFriend />
        <Button variant="outline" onClick={() => void friends.refetch()}>
          刷新
        </Button>
      </CardFooter>
    </Card>
  );
}

function AddFriend() {
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState("");
  const add = useMutation({
    mutationFn: addFriend,
    onSuccess: async () => {
      toast.success("已添加");
      setOpen(false);
      await queryClient.invalidateQueries(friendsQuery);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(name);
  };
  return (
    <Dialog open={isOpen} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button>添加好友</Button>
      </DialogTrigger>
      <DialogContent>
        <form onSubmit={submit} className="grid gap-4">
          <DialogHeader>
            <DialogTitle>添加好友</DialogTitle>
            <DialogDescription>对方同意后会出现在列表里。</DialogDescription>
          </DialogHeader>
          <ErrorNotice error={add} />
          <Input aria-label="昵称" value={name} onChange={(event) => setName(event.target.value)} required />
          <DialogFooter>
            <Button type="submit" disabled={add.isPending}>
              {add.isPending ? "添加中…" : "添加"}
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
