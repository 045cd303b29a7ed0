#include "core/learning/weights/published_state.h"

#include "core/learning/training/model_tensors.h"

#include <algorithm>
#include <array>
#include <cstring>
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

// Wrappers put their own name before those of the model: several GPUs, torch.compile, momentum encoders.
std::string plain_name(std::string name) {
    constexpr std::array wrappers{"module.", "_orig_mod.", "model.", "encoder_q."};
    for (bool stripped = true; stripped;) {
        const auto found =
            std::ranges::find_if(wrappers, [&](const char* one) { return name.starts_with(one); });
        stripped = found != wrappers.end();
        if (stripped) name.erase(0, std::strlen(*found));
    }
    return name;
}

bool holds_tensors(const PickleDictionary& dictionary) {
    return std::ranges::any_of(dictionary.items, [](const auto& item) {
        return item.second->template as<TensorRecord>() != nullptr;
    });
}

// "it has no X" with a few of the names that are there.
std::string no_name(const PublishedState& state, const std::string& name) {
    constexpr std::size_t shown = 4;
    std::string text = "it has no " + name + "; its names are ";
    for (std::size_t i = 0; i < std::min(shown, state.tensors.size()); ++i)
        text += (i == 0 ? "" : ", ") + state.tensors[i].first;
    return text + (state.tensors.size() > shown ? " …" : "");
}

// The attention that CA and DSA share is listed under both.
std::string shared_name(std::string name) {
    if (const auto at = name.find(".DSA.attn."); at != std::string::npos) name.replace(at, 10, ".CA.attn.");
    return name;
}

const PickleDictionary* state_dictionary(const PickleObject& root) {
    const auto* dictionary = root.as<PickleDictionary>();
    if (!dictionary) return nullptr;
    for (const char* key :
         {"state_dict", "model", "model_state_dict", "model_state", "net", "network", "weights"})
        if (const auto* inner = dictionary->find(key))
            if (const auto* found = inner->as<PickleDictionary>(); found && holds_tensors(*found))
                return found;
    return dictionary;
}

// A whole model or something else that only the program that made it can take apart.
std::string why_no_state(const PickleObject& root) {
    const std::string what = "it holds no state dictionary";
    if (const auto* opaque = root.as<PickleOpaque>())
        return what + ", but an object of " + opaque->name + ": save its state_dict()";
    const auto* dictionary = root.as<PickleDictionary>();
    std::string keys;
    if (dictionary)
        for (const auto& [key, value] : dictionary->items)
            if (const auto* name = key->as<std::string>(); name && keys.size() < 100)
                keys += (keys.empty() ? "; its keys are " : ", ") + *name;
    return what + keys;
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
    if (values.is_floating_point() && !torch::isfinite(values).all().item<bool>())
        return fail(ErrorCode::value_not_finite, state.source, "among the weights " + name);
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
        return fail(ErrorCode::format_invalid, file.string(), why_no_state(state.file.root()));
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
        if (!record || record->sizes.size() != 2) return mismatch(state, no_name(state, name));
    if (!position || position->sizes.size() != 3) return mismatch(state, no_name(state, spatial_position));
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
