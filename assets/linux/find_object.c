/* The unwinder of GCC asks GNU's library where a program keeps its tables for unwinding; musl has no such function, but
   tells the same in the way that is older. Only for programs without any library, where there is but one object. */
#define _GNU_SOURCE
#include <link.h>
#include <pthread.h>
#include <stddef.h>

/* It calls these without asking for them, since GNU's library has them all in one piece. */
void *const asked_for[] = {
    pthread_once, pthread_key_create, pthread_getspecific, pthread_setspecific, pthread_mutex_lock, pthread_mutex_unlock,
};

/* As <dlfcn.h> of GNU's library lays it out on x86-64. */
struct found {
    unsigned long long flags;
    void *start, *end;
    struct link_map *map;
    void *tables;
    unsigned long long reserved[7];
};

static int keep_tables(struct dl_phdr_info *info, size_t size, void *found) {
    (void)size;
    for (int i = 0; i < info->dlpi_phnum; i++)
        if (info->dlpi_phdr[i].p_type == PT_GNU_EH_FRAME)
            ((struct found *)found)->tables = (void *)(info->dlpi_addr + info->dlpi_phdr[i].p_vaddr);
    return 1;
}

int _dl_find_object(void *address, struct found *found) {
    (void)address;
    found->tables = NULL;
    dl_iterate_phdr(keep_tables, found);
    return found->tables ? 0 : -1;
}
