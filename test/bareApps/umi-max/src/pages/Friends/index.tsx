import { PageContainer } from '@ant-design/pro-components';
import { useRequest } from '@umijs/max';
import { Button, List } from 'antd';
import { queryFriends } from '@/services/friends';

const FriendsPage: React.FC = () => {
  const { data, loading, refresh } = useRequest(queryFriends);
  return (
    <PageContainer ghost extra={<Button onClick={refresh}>Reload</Button>}>
      <List
        loading={loading}
        dataSource={data ?? []}
        renderItem={(item) => <List.Item>{item.nickname}</List.Item>}
      />
    </PageContainer>
  );
};

export default FriendsPage;
