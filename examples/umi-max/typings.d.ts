import "@umijs/max/typings";
