using System.Diagnostics;
using Xunit;

namespace Unisson.Bot.Tests.Harness;

/// <summary>The pages of a PDF as somebody reads them, by <c>pdftotext</c>, which <c>tests/libreoffice.sh build</c> installs.</summary>
internal static class Pages
{
    /// <summary>The lines of each page that say anything, from the top down, without blanks at their ends.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<string>>> OfAsync(byte[] pdf)
    {
        using var reader = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", "-enc", "UTF-8", "-", "-"]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var read = reader.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await reader.StandardInput.BaseStream.WriteAsync(pdf, TestContext.Current.CancellationToken);
        reader.StandardInput.Close();
        var text = await read;
        await reader.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, reader.ExitCode);

        // Each page ends with a form feed.
        return [.. text.Split('\f')[..^1].Select(page => (IReadOnlyList<string>)[.. page.Replace('\u00A0', ' ').Replace('\u202F', ' ').Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0)])];
    }
}
