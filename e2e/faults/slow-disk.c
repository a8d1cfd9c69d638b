/*
 * Stands between the database and the disk: makes syncs slow, and syncs or writes fail as on a full disk. Preloaded into
 * the server (LD_PRELOAD) and steered while it runs through a small file that both map; see slow-disk.ts for its fields.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

struct control {
  /* Asked for from outside. */
  atomic_int delay_ms, syncs_to_fail, writes_to_fail;
  /* Counted here, so that a test can see that this stands where the database goes by. */
  atomic_int syncs, failed_syncs, writes, failed_writes;
};

static struct control *control;

__attribute__((constructor)) static void open_control(void) {
  const char *path = getenv("SLOW_DISK");
  int fd = path ? open(path, O_RDWR) : -1;
  if (fd < 0) return;
  void *mapped = mmap(NULL, sizeof *control, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  if (mapped != MAP_FAILED) control = mapped;
  close(fd);
}

/* The database and its log, but not the empty file beside it that only holds a lock. */
static int is_database(int fd) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return strstr(path, ".db") != NULL && strstr(path, ".lock") == NULL;
}

static int take_one(atomic_int *left) {
  int now = atomic_load(left);
  while (now > 0)
    if (atomic_compare_exchange_weak(left, &now, now - 1)) return 1;
  return 0;
}

static int sync_with(const char *name, int fd) {
  int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
  if (!control || !is_database(fd)) return real(fd);
  int ms = atomic_load(&control->delay_ms);
  struct timespec left = {ms / 1000, (ms % 1000) * 1000000L};
  while (ms > 0 && nanosleep(&left, &left) != 0 && errno == EINTR) continue;
  if (take_one(&control->syncs_to_fail)) {
    atomic_fetch_add(&control->failed_syncs, 1);
    errno = ENOSPC;
    return -1;
  }
  int result = real(fd);
  atomic_fetch_add(&control->syncs, 1);
  return result;
}

int fsync(int fd) { return sync_with("fsync", fd); }
int fdatasync(int fd) { return sync_with("fdatasync", fd); }

static ssize_t write_with(const char *name, int fd, const void *bytes, size_t count, off64_t at) {
  ssize_t (*real)(int, const void *, size_t, off64_t) =
      (ssize_t(*)(int, const void *, size_t, off64_t))dlsym(RTLD_NEXT, name);
  if (!control || !is_database(fd)) return real(fd, bytes, count, at);
  if (take_one(&control->writes_to_fail)) {
    atomic_fetch_add(&control->failed_writes, 1);
    errno = ENOSPC;
    return -1;
  }
  atomic_fetch_add(&control->writes, 1);
  return real(fd, bytes, count, at);
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) { return write_with("pwrite", fd, bytes, count, at); }
ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) {
  return write_with("pwrite64", fd, bytes, count, at);
}
