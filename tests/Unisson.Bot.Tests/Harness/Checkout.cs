namespace Unisson.Bot.Tests.Harness;

/// <summary>The folder of this checkout, for tests that read the project's own files.</summary>
internal static class Checkout
{
    public static string Folder { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The program in its own output folder: in that of the tests it lacks what the stub's web framework brings for itself.</summary>
    public static string Program { get; } = Path.Combine(
        Folder, "src/Unisson.Bot/bin", Path.GetRelativePath(Path.Combine(Folder, "tests/Unisson.Bot.Tests/bin"), AppContext.BaseDirectory), "Unisson.Bot.dll");

    private static string Find(string folder)
        => File.Exists(Path.Combine(folder, "Unisson.Bot.sln")) ? folder : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests stand outside their checkout."));
}
