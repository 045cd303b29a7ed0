#include "core/learning/weights/pickle_reader.h"

#include "core/learning/weights/pickle_calls.h"

#include <bit>
#include <cstring>
#include <unordered_map>

namespace kinelens::learning {
namespace {

struct Fault {
    ErrorCode code;
    std::string detail;
};

// The machine of the pickle protocol: a stack, marks on it, and a memo of what comes again.
class Machine {
public:
    Machine(std::string_view bytes, std::size_t start, Pickle& pickle)
        : bytes_(bytes)
        , at_(start)
        , pickle_(pickle) {}

    // Throws Fault.
    void run() {
        while (true) {
            op_at_ = at_;
            const auto op = take();
            if (op == '.') break;
            if (!(number(op) || text(op) || container(op) || memo(op) || object(op)))
                refuse("opcode " + std::to_string(op));
        }
        pickle_.root = pop();
        pickle_.end = at_;
    }

    std::size_t where() const { return op_at_; }

private:
    [[noreturn]] static void refuse(std::string what) {
        throw Fault{ErrorCode::format_invalid, std::move(what)};
    }

    std::string_view take(std::size_t count) {
        if (count > bytes_.size() - at_) throw Fault{ErrorCode::file_truncated, {}};
        const auto taken = bytes_.substr(at_, count);
        at_ += count;
        return taken;
    }
    std::uint8_t take() { return static_cast<std::uint8_t>(take(1)[0]); }

    // Of eight bytes; what is larger than the file is found out by take().
    std::size_t take_size() { return static_cast<std::size_t>(take_number<std::uint64_t>()); }

    // Little-endian, as everything in a pickle but its doubles.
    template <class T>
    T take_number() {
        T value{};
        std::memcpy(&value, take(sizeof value).data(), sizeof value);
        return value;
    }

    std::string take_line() {
        const auto end = bytes_.find('\n', at_);
        if (end == std::string_view::npos) throw Fault{ErrorCode::file_truncated, {}};
        std::string line(take(end - at_));
        take();
        return line;
    }

    PickleObject* make(PickleObject object) { return &pickle_.objects.emplace_back(std::move(object)); }
    void push(PickleObject object) { stack_.push_back(make(std::move(object))); }

    PickleObject* pop() {
        if (stack_.empty() || (!marks_.empty() && stack_.size() <= marks_.back())) refuse("an empty stack");
        auto* top = stack_.back();
        stack_.pop_back();
        return top;
    }

    std::vector<PickleObject*> pop_to_mark() {
        if (marks_.empty()) refuse("no mark");
        std::vector<PickleObject*> items(stack_.begin() + static_cast<std::ptrdiff_t>(marks_.back()),
                                         stack_.end());
        stack_.resize(marks_.back());
        marks_.pop_back();
        return items;
    }

    template <class T>
    T& top_as() {
        if (stack_.empty()) refuse("an empty stack");
        auto* found = std::get_if<T>(&stack_.back()->value);
        if (!found) refuse("a container of another kind");
        return *found;
    }

    double take_double() { // big-endian
        auto bits = take_number<std::uint64_t>();
        return std::bit_cast<double>(__builtin_bswap64(bits));
    }

    // A little-endian two's complement number; what is wider than 64 bits (the legacy magic number) stays
    // text.
    PickleObject long_of(std::string_view digits) {
        if (digits.size() > 8) return {std::string(digits)};
        std::uint64_t value = !digits.empty() && (digits.back() & 0x80) != 0 ? ~0ULL : 0;
        for (std::size_t i = digits.size(); i-- > 0;)
            value = (value << 8) | static_cast<std::uint8_t>(digits[i]);
        return {static_cast<std::int64_t>(value)};
    }

    bool number(std::uint8_t op) {
        switch (op) {
        case 0x80:
            take();
            return true; // PROTO
        case 0x95:
            take(8);
            return true; // FRAME
        case 'N':
            push({});
            return true;
        case 0x88:
            push({true});
            return true;
        case 0x89:
            push({false});
            return true;
        case 'K':
            push({std::int64_t(take())});
            return true;
        case 'M':
            push({std::int64_t(take_number<std::uint16_t>())});
            return true;
        case 'J':
            push({std::int64_t(take_number<std::int32_t>())});
            return true;
        case 0x8a:
            push(long_of(take(take())));
            return true;
        case 0x8b:
            push(long_of(take(take_number<std::uint32_t>())));
            return true;
        case 'G':
            push({take_double()});
            return true;
        default:
            return false;
        }
    }

    bool text(std::uint8_t op) {
        switch (op) {
        case 0x8d: // BINUNICODE8
        case 0x8e: // BINBYTES8
        case 0x96: // BYTEARRAY8
            push({std::string(take(take_size()))});
            return true;
        case 'X': // BINUNICODE
        case 'T': // BINSTRING
        case 'B': // BINBYTES
            push({std::string(take(take_number<std::uint32_t>()))});
            return true;
        case 0x8c: // SHORT_BINUNICODE
        case 'U':  // SHORT_BINSTRING
        case 'C':  // SHORT_BINBYTES
            push({std::string(take(take()))});
            return true;
        default:
            return false;
        }
    }

    void push_tuple(std::size_t count) {
        PickleList tuple{std::vector<PickleObject*>(count), true};
        for (std::size_t i = count; i-- > 0;) tuple.items[i] = pop();
        push({std::move(tuple)});
    }

    bool top_is_opaque() const { return !stack_.empty() && stack_.back()->as<PickleOpaque>() != nullptr; }

    void set_items(const std::vector<PickleObject*>& items) {
        if (items.size() % 2 != 0) refuse("a key without a value");
        if (top_is_opaque()) return;
        auto& dictionary = top_as<PickleDictionary>();
        for (std::size_t i = 0; i < items.size(); i += 2)
            dictionary.items.emplace_back(items[i], items[i + 1]);
    }

    void append(const std::vector<PickleObject*>& items) {
        if (top_is_opaque()) return;
        auto& list = top_as<PickleList>();
        list.items.insert(list.items.end(), items.begin(), items.end());
    }

    bool container(std::uint8_t op) {
        switch (op) {
        case '(':
            marks_.push_back(stack_.size());
            return true;
        case '}':
            push({PickleDictionary{}});
            return true;
        case ']':
        case 0x8f: // EMPTY_SET
            push({PickleList{}});
            return true;
        case 0x90: // ADDITEMS
            append(pop_to_mark());
            return true;
        case 0x91: // FROZENSET
            push({PickleList{pop_to_mark(), false}});
            return true;
        case ')':
            push_tuple(0);
            return true;
        case 0x85:
            push_tuple(1);
            return true;
        case 0x86:
            push_tuple(2);
            return true;
        case 0x87:
            push_tuple(3);
            return true;
        case 't':
            push({PickleList{pop_to_mark(), true}});
            return true;
        case 'l':
            push({PickleList{pop_to_mark(), false}});
            return true;
        case 'e':
            append(pop_to_mark());
            return true;
        case 'u':
            set_items(pop_to_mark());
            return true;
        case 'a': {
            auto* item = pop();
            append({item});
            return true;
        }
        case 's': {
            auto* value = pop();
            auto* key = pop();
            set_items({key, value});
            return true;
        }
        default:
            return false;
        }
    }

    void remember(std::size_t index) {
        if (stack_.empty()) refuse("an empty stack");
        memo_[index] = stack_.back();
    }

    void recall(std::size_t index) {
        const auto found = memo_.find(index);
        if (found == memo_.end()) refuse("a memo that was never written");
        stack_.push_back(found->second);
    }

    bool memo(std::uint8_t op) {
        switch (op) {
        case 'q':
            remember(take());
            return true;
        case 'r':
            remember(take_number<std::uint32_t>());
            return true;
        case 0x94:
            remember(memo_.size());
            return true; // MEMOIZE
        case 'h':
            recall(take());
            return true;
        case 'j':
            recall(take_number<std::uint32_t>());
            return true;
        case '0':
            pop();
            return true;
        default:
            return false;
        }
    }

    void push_global(const std::string& module, const std::string& name) {
        push({PickleGlobal{module + "." + name}});
    }

    std::string pop_text() {
        const auto* text = pop()->as<std::string>();
        if (!text) refuse("a name that is no text");
        return *text;
    }

    void push_called(Result<PickleObject> made) {
        if (!made) refuse(made.error().detail);
        push(std::move(*made));
    }

    bool object(std::uint8_t op) {
        switch (op) {
        case 'c': {
            const std::string module = take_line();
            push_global(module, take_line());
            return true;
        }
        case 0x93: { // STACK_GLOBAL
            const std::string name = pop_text();
            push_global(pop_text(), name);
            return true;
        }
        case 'Q':
            push_called(storage_of(*pop()));
            return true; // BINPERSID
        case 'R': {
            const auto* arguments = pop();
            push_called(call_global(*pop(), *arguments));
            return true;
        }
        case 0x92: // NEWOBJ_EX: its named arguments are not needed
            pop();
            [[fallthrough]];
        case 0x81: { // NEWOBJ
            const auto* arguments = pop();
            push_called(call_global(*pop(), *arguments));
            return true;
        }
        case 'b': // BUILD: attributes, such as the versions of a dictionary's modules, are not needed
            pop();
            if (stack_.empty()) refuse("an empty stack");
            return true;
        default:
            return false;
        }
    }

    std::string_view bytes_;
    std::size_t at_;
    std::size_t op_at_ = 0;
    Pickle& pickle_;
    std::vector<PickleObject*> stack_;
    std::vector<std::size_t> marks_;
    std::unordered_map<std::size_t, PickleObject*> memo_;
};

} // namespace

Result<Pickle> read_pickle(std::string_view bytes, std::size_t start) {
    Pickle pickle;
    Machine machine(bytes, start, pickle);
    try {
        machine.run();
    } catch (const Fault& fault) {
        if (fault.code == ErrorCode::file_truncated) return fail(fault.code);
        return fail(fault.code, {}, fault.detail + " (byte " + std::to_string(machine.where()) + ")");
    }
    return pickle;
}

} // namespace kinelens::learning
