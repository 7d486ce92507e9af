import { PageContainer, ProCard } from "@ant-design/pro-components";
import { useRequest } from "@umijs/max";
import { Button, Form, Input, List, message, Modal, Space } from "antd";
import { useState } from "react";
import { ErrorNotice } from "tencent-error-kit";
import { addFriend, queryFriends } from "@/services/api";

export default function Friends() {
  const friends = useRequest(queryFriends);
  const [isOpen, setOpen] = useState(false);
  const add = useRequest(addFriend, {
    manual: true,
    onSuccess: () => {
      message.success("已添加");
      setOpen(false);
      friends.refresh();
    },
  });
  return (
    <PageContainer
      extra={
        <Space>
          <Button onClick={() => friends.refresh()}>刷新列表</Button>
          <Button type="primary" onClick={() => setOpen(true)}>
            添加好友
          </Button>
        </Space>
      }
    >
      <ProCard>
        <ErrorNotice error={friends} />
        <List
          dataSource={friends.data?.friends ?? []}
          loading={friends.loading}
          renderItem={({ nickname }) => <List.Item>{nickname}</List.Item>}
        />
      </ProCard>
      <Modal title="添加好友" open={isOpen} onCancel={() => setOpen(false)} footer={null} destroyOnClose>
        <ErrorNotice error={add} />
        <Form layout="vertical" onFinish={({ name }) => add.run(name)}>
          <Form.Item name="name" label="昵称" rules={[{ required: true }]}>
            <Input />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={add.loading}>
            确认添加
          </Button>
        </Form>
      </Modal>
    </PageContainer>
  );
}
