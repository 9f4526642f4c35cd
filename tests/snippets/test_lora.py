# Over 3 seeds: 44 to 57 % without, 86 to 87 % with LoRA, 90 to 93 % with full fine-tuning.


def test_only_thin_matrices_are_trained(runs):
    for run in runs:
        assert run.inside == {"bias": "256", "lora_kernel_a": "256×4", "lora_kernel_b": "4×256"}
        assert run.counts["lora"] == (64 * 4 + 4 * 256 + 256) + (256 * 4 + 4 * 256 + 256)
        assert run.share < 0.06
        assert run.frozen_unchanged


def test_it_begins_with_the_answers_of_the_base(runs):
    assert all(run.start_difference < 1e-5 for run in runs)


def test_it_helps_and_full_fine_tuning_helps_no_less(runs):
    for run in runs:
        accuracy = run.accuracies
        assert accuracy["lora"] > accuracy["sem"] + 0.15
        assert accuracy["inteiro"] > accuracy["lora"] - 0.03
