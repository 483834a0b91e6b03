/** People, and the roles that they hold in agencies. */
export const people = {
  roles: {
    administrator: 'Quản trị',
    coordinator: 'Điều phối',
    leader: 'Lãnh đạo',
    head: 'Thủ trưởng đơn vị',
    officer: 'Cán bộ đơn vị',
    supervisor: 'Giám sát',
  },
};
