#include "core/learning/weights/published_state.h"

#include "core/learning/training/model_tensors.h"

#include <algorithm>
#include <map>
#include <set>

namespace kinelens::learning {
namespace {

constexpr const char* temporal_input = "backbone.ske_emb.t_embedding.0.weight";
constexpr const char* spatial_input = "backbone.ske_emb.s_embedding.0.weight";
constexpr const char* spatial_position = "backbone.spe";

tl::unexpected<Error> mismatch(const PublishedState& state, std::string detail) {
    return fail(ErrorCode::checkpoint_mismatch, state.source, std::move(detail));
}

std::string plain_name(const std::string& name) {
    return name.starts_with("module.") ? name.substr(7) : name;
}

// The attention that CA and DSA share is listed under both.
std::string shared_name(std::string name) {
    if (const auto at = name.find(".DSA.attn."); at != std::string::npos) name.replace(at, 10, ".CA.attn.");
    return name;
}

const PickleDictionary* state_dictionary(const PickleObject& root) {
    const auto* dictionary = root.as<PickleDictionary>();
    if (!dictionary) return nullptr;
    const auto* inner = dictionary->find("state_dict");
    return inner ? inner->as<PickleDictionary>() : dictionary;
}

int count_layers(const PublishedState& state, const PretrainOptions& options) {
    int layers = 0;
    const auto name = [&] {
        if (options.encoder == EncoderKind::sttr)
            return "backbone.t_tr.layers." + std::to_string(layers) + ".self_attn.in_proj_weight";
        return "backbone.t_tr" + (layers == 0 ? "" : std::to_string(layers)) + ".CA.attn.in_proj_weight";
    };
    while (state.find(name())) ++layers;
    return layers;
}

Result<void> read_layer(const PublishedState& state, PretrainOptions& options) {
    options.mixing_bias = state.find("backbone.t_tr.DSA.wt1.bias") != nullptr;
    const auto* convolution = state.find("backbone.t_tr.CA.conv1.weight"); // (C, C / groups, kernel)
    if (!convolution || convolution->sizes.size() != 3)
        return mismatch(state, "backbone.t_tr.CA.conv1.weight");
    const bool depthwise = convolution->sizes[1] == 1 && options.hidden_size > 1;
    options.ca_convolution = depthwise ? ContextConvolution::depthwise : ContextConvolution::pointwise;
    options.ca_kernel = static_cast<int>(convolution->sizes[2]);
    return {};
}

// The table of sinusoids is the same in every model, and nothing reads the counters of batches.
bool is_learned(const std::string& name) {
    return name != "backbone.tpe.pe" && !name.ends_with("num_batches_tracked");
}

std::string shape_text(const std::vector<std::int64_t>& sizes) {
    std::string text;
    for (const auto size : sizes) text.append(text.empty() ? "" : "x").append(std::to_string(size));
    return text.empty() ? "one number" : text;
}

bool same_record(const TensorRecord& a, const TensorRecord& b) {
    return a.storage.key == b.storage.key && a.offset == b.offset && a.sizes == b.sizes &&
           a.strides == b.strides;
}

Result<void> check_alias(const PublishedState& state, const std::string& name, const TensorRecord& record) {
    const auto* shared = state.find(shared_name(name));
    if (!shared || same_record(*shared, record)) return {};
    KINELENS_TRY(listed, state.file.tensor(record));
    KINELENS_TRY(first, state.file.tensor(*shared));
    if (torch::equal(listed, first)) return {};
    return mismatch(state, name + " is not " + shared_name(name) + ", which it has to share");
}

Result<void> fill_tensor(const PublishedState& state, const std::string& name, const TensorRecord& record,
                         torch::Tensor target) {
    if (target.sizes() != torch::IntArrayRef(record.sizes))
        return mismatch(state, name + " is " + shape_text(record.sizes) + ", not " +
                                   shape_text(target.sizes().vec()));
    KINELENS_TRY(values, state.file.tensor(record));
    target.copy_(values);
    return {};
}

} // namespace

const TensorRecord* PublishedState::find(const std::string& name) const {
    const auto found = std::ranges::find(tensors, name, &std::pair<std::string, TensorRecord>::first);
    return found == tensors.end() ? nullptr : &found->second;
}

Result<PublishedState> open_published(const Path& file) {
    KINELENS_TRY(opened, TorchFile::open(file));
    PublishedState state{std::move(opened), file.string(), {}, 0};
    const auto* dictionary = state_dictionary(state.file.root());
    if (dictionary)
        for (const auto& [key, value] : dictionary->items)
            if (const auto* name = key->as<std::string>())
                if (const auto* record = value->as<TensorRecord>())
                    state.tensors.emplace_back(plain_name(*name), *record);
    if (state.tensors.empty())
        return fail(ErrorCode::format_invalid, file.string(), "it holds no state dictionary");
    if (const auto* root = state.file.root().as<PickleDictionary>())
        if (const auto* value = root->find("epoch"))
            if (const auto* epoch = value->as<std::int64_t>()) state.epoch = *epoch;
    return state;
}

Result<PretrainOptions> options_of_state(const PublishedState& state, PretrainOptions options) {
    const auto* temporal = state.find(temporal_input);
    const auto* spatial = state.find(spatial_input);
    const auto* position = state.find(spatial_position);
    for (const auto& [name, record] : {std::pair{temporal_input, temporal}, {spatial_input, spatial}})
        if (!record || record->sizes.size() != 2) return mismatch(state, std::string("it has no ") + name);
    if (!position || position->sizes.size() != 3) return mismatch(state, "it has no backbone.spe");
    if (temporal->sizes[1] != position->sizes[1] * 3 || spatial->sizes[1] % 3 != 0)
        return mismatch(state, "its embeddings and its spatial positions disagree about the joints");
    options.hidden_size = static_cast<int>(temporal->sizes[0]);
    options.frames = static_cast<int>(spatial->sizes[1] / 3);
    options.encoder =
        state.find("backbone.t_tr.layers.0.self_attn.in_proj_weight") ? EncoderKind::sttr : EncoderKind::dste;
    options.layers = count_layers(state, options);
    if (options.layers == 0) return mismatch(state, "it has no encoder layer of a known name");
    if (options.encoder == EncoderKind::dste) KINELENS_CHECK(read_layer(state, options));
    return options;
}

int spatial_tokens_of(const PublishedState& state) {
    return static_cast<int>(state.find(spatial_position)->sizes[1]);
}

Result<WeightsReport> fill_from(const PublishedState& state, UsdrlModel& model) {
    const torch::NoGradGuard no_grad;
    WeightsReport report;
    std::map<std::string, torch::Tensor> places;
    for (const auto& [name, tensor] : model_tensors(model)) places.emplace(name, tensor);
    std::set<std::string> filled;
    for (const auto& [name, record] : state.tensors) {
        ++report.tensors;
        const auto place = places.find(shared_name(name));
        if (place == places.end()) {
            report.unexpected.push_back(name);
            continue;
        }
        if (place->first == name || !state.find(place->first))
            KINELENS_CHECK(fill_tensor(state, name, record, place->second));
        else
            KINELENS_CHECK(check_alias(state, name, record));
        filled.insert(place->first);
        ++report.matched;
    }
    for (const auto& [name, tensor] : places) {
        if (filled.contains(name)) continue;
        if (!is_learned(name)) continue;
        if (name.starts_with("backbone.")) return mismatch(state, "it has no " + name);
        report.missing.push_back(name);
    }
    return report;
}

} // namespace kinelens::learning
