/*
 * Sends lines of a file as UDP datagrams to 127.0.0.1 at a steady rate.
 *   udp-sender <port> <file> <lines a second> <seconds> <first sequence number>
 * Every run of 19 '@' in a line is replaced by a number that rises with each datagram, so that no two are equal.
 * Prints {"sent":…,"seconds":…,"cpuSeconds":…}.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>

enum { BATCH = 32, DIGITS = 19 };

struct line { struct iovec data; char *number; };

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec * 1e-9;
}

static void write_number(char *at, unsigned long long value) {
  for (int digit = DIGITS - 1; digit >= 0; digit--, value /= 10) at[digit] = '0' + value % 10;
}

int main(int count, char **arguments) {
  if (count != 6) return fprintf(stderr, "usage: udp-sender port file rate seconds first\n"), 2;
  const double rate = atof(arguments[3]), seconds = atof(arguments[4]);
  unsigned long long sequence = strtoull(arguments[5], NULL, 10);

  FILE *file = fopen(arguments[2], "r");
  if (!file) return perror(arguments[2]), 1;
  fseek(file, 0, SEEK_END);
  const long size = ftell(file);
  rewind(file);
  char *text = malloc(size);
  if (!text || fread(text, 1, size, file) != (size_t)size) return perror(arguments[2]), 1;
  int lines = 0;
  struct line *line = NULL;
  for (char *at = text, *end; at < text + size; at = end + 1) {
    end = memchr(at, '\n', text + size - at);
    if (!end) break;
    line = realloc(line, (lines + 1) * sizeof *line);
    line[lines].data = (struct iovec){ .iov_base = at, .iov_len = end - at };
    line[lines++].number = memmem(at, end - at, "@@@@@@@@@@@@@@@@@@@", DIGITS);
  }
  if (lines < BATCH) return fprintf(stderr, "too few lines\n"), 1;

  const int s = socket(AF_INET, SOCK_DGRAM, 0);
  const int buffer = 4 << 20;
  setsockopt(s, SOL_SOCKET, SO_SNDBUF, &buffer, sizeof buffer);
  struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons(atoi(arguments[1])), .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
  if (connect(s, (struct sockaddr *)&to, sizeof to)) return perror("connect"), 1;

  struct mmsghdr batch[BATCH] = { 0 };
  long sent = 0;
  int next = 0;
  const double start = now();
  for (;;) {
    const double elapsed = now() - start;
    const long due = (long)((elapsed < seconds ? elapsed : seconds) * rate) - sent;
    if (due <= 0) {
      if (elapsed >= seconds) break;
      nanosleep(&(struct timespec){ .tv_nsec = 60000 }, NULL);
      continue;
    }
    const int wanted = due < BATCH ? due : BATCH;
    for (int i = 0; i < wanted; i++) {
      struct line *l = &line[(next + i) % lines];
      if (l->number) write_number(l->number, sequence + i);
      batch[i].msg_hdr = (struct msghdr){ .msg_iov = &l->data, .msg_iovlen = 1 };
    }
    const int done = sendmmsg(s, batch, wanted, 0);
    if (done <= 0) continue;
    sent += done;
    sequence += done;
    next = (next + done) % lines;
  }
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  printf("{\"sent\":%ld,\"seconds\":%.3f,\"cpuSeconds\":%.3f}\n", sent, now() - start,
         usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e-6);
  return 0;
}
